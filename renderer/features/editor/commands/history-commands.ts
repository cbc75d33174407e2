import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { Redo2, Undo2 } from 'lucide-react';
import { textCommand } from './text-command.ts';

/** Takes the last change of the story back. */
export const undo = textCommand({
	id: 'text.undo',
	label: 'Undo',
	icon: Undo2,
	shortcut: 'Mod+Z',
	keywords: ['back', 'revert'],
	disabledReason: ({ state }) => (undoDepth(state) > 0 ? null : 'Nothing to undo.'),
	run: (editor) => void editor.chain().focus().undo().run(),
});

/** Makes the last change again that was taken back. */
export const redo = textCommand({
	id: 'text.redo',
	label: 'Redo',
	icon: Redo2,
	shortcut: 'Mod+Shift+Z',
	otherShortcuts: ['Mod+Y'],
	keywords: ['again', 'repeat'],
	disabledReason: ({ state }) => (redoDepth(state) > 0 ? null : 'Nothing to redo.'),
	run: (editor) => void editor.chain().focus().redo().run(),
});
