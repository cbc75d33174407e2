import type { Editor } from '@tiptap/core';
import { SpellCheck, WholeWord } from 'lucide-react';
import { showToast } from '../../../ui/overlays/toast.tsx';
import { textCommand } from '../commands/text-command.ts';
import { proofreaderOf } from './proofreader.ts';

const whenOff = (editor: Editor) => {
	const proofreader = proofreaderOf(editor);
	if (proofreader === null) return 'The story is not shown.';
	return proofreader.isOff ? proofreader.settings.offReason : null;
};

/** Offers what can be done at the underlined word that the cursor is at. */
const suggestions = textCommand({
	id: 'proof.suggestions',
	label: 'Suggestions for this word',
	icon: WholeWord,
	shortcut: 'Alt+Enter',
	keywords: ['spelling', 'correct', 'style', 'underlined'],
	disabledReason: whenOff,
	run: (editor) => {
		if (proofreaderOf(editor)?.askAtCursor() === false) showToast('Nothing is underlined where the cursor is.');
	},
});

/** Goes to the next underlined word and offers what can be done there. */
const next = textCommand({
	id: 'proof.next',
	label: 'Next underlined word',
	icon: SpellCheck,
	shortcut: 'F7',
	keywords: ['spelling', 'check', 'mistake', 'style', 'proofread'],
	disabledReason: whenOff,
	run: async (editor) => {
		if ((await proofreaderOf(editor)?.goToNext()) === 'none') showToast('Nothing is underlined in this story.');
	},
});

export const proofCommands = [suggestions, next];
