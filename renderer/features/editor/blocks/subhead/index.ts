import { Heading2, Heading3, Heading4, type LucideIcon } from 'lucide-react';
import { whenNoText } from '../../commands/kind-of-text.ts';
import { type TextCommand, textCommand } from '../../commands/text-command.ts';
import type { EditorBlock } from '../editor-block.ts';
import { Subhead } from './subhead.ts';

const command = (level: 2 | 3 | 4, label: string, icon: LucideIcon): TextCommand =>
	textCommand({
		id: `block.subhead${level}`,
		label,
		keywords: ['heading', 'title', 'section', `H${level}`],
		icon,
		shortcut: `Mod+Alt+${level}`,
		at: ['kind', 'handle'],
		disabledReason: whenNoText,
		run: (editor) => void editor.chain().focus().setNode('subhead', { level }).run(),
	});

export const subhead: EditorBlock = {
	extensions: () => [Subhead],
	commands: [
		command(2, 'Subhead', Heading2),
		command(3, 'Smaller subhead', Heading3),
		command(4, 'Smallest subhead', Heading4),
	],
	placeholders: { subhead: 'Subhead' },
};
