import { extensions } from '@tiptap/core';

/** Tiptap's keys that write and delete, without the one that takes a letter from keyboards that type it. */
export const TextKeys = extensions.Keymap.extend({
	addKeyboardShortcuts() {
		// Option+D is a letter on a Mac, such as the Icelandic ð; Tiptap deletes forward.
		return Object.fromEntries(Object.entries(this.parent?.() ?? {}).filter(([key]) => key !== 'Alt-d'));
	},
});
