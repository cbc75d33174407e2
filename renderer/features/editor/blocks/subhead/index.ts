import { Heading2, Heading3, Heading4, type LucideIcon } from 'lucide-react';
import type { BlockAction, EditorBlock } from '../editor-block.ts';
import { Subhead } from './subhead.ts';

const action = (level: 2 | 3 | 4, label: string, icon: LucideIcon): BlockAction => ({
	id: `subhead${level}`,
	label,
	icon,
	shortcut: `Mod+Alt+${level}`,
	at: ['kind', 'handle'],
	run: (editor) => editor.chain().focus().setNode('subhead', { level }).run(),
});

export const subhead: EditorBlock = {
	extensions: () => [Subhead],
	actions: [
		action(2, 'Subhead', Heading2),
		action(3, 'Smaller subhead', Heading3),
		action(4, 'Smallest subhead', Heading4),
	],
	placeholders: { subhead: 'Subhead' },
};
