import { SquareCode } from 'lucide-react';
import { toolsOf, whenNotShown } from '../../commands/story-tools.ts';
import { textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { Embed } from './embed.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import { cardInPlace } from './offer-cards.ts';

export const embed: EditorBlock = {
	extensions: (media) => [Embed.configure(media)],
	commands: [
		textCommand({
			id: 'block.embed',
			keywords: ['video', 'post', 'frame', 'address', 'card', 'YouTube', 'Bluesky'],
			label: 'Embed',
			icon: SquareCode,
			at: ['more'],
			disabledReason: whenNotShown,
			run: (editor) => {
				// An address that stands alone in its paragraph need not be asked for.
				if (!cardInPlace(editor, editor.state.selection.from)) toolsOf(editor)?.ask(EmbedDialog);
			},
		}),
	],
};
