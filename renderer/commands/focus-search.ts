import type { Command } from './command.ts';

/** The id of the search field in the navigator. */
export const searchFieldId = 'search-stories';

/** Puts the cursor in the search field. */
export const focusSearch: Command = {
	id: 'search.focus',
	label: 'Search stories',
	keywords: ['find'],
	shortcut: 'Mod+K',
	enabled: () => true,
	run: ({ workspace }) => {
		if (document.getElementById(searchFieldId) === null) workspace.change({ drawer: 'navigator' });
		// The navigator may have to be drawn first.
		requestAnimationFrame(() => {
			const field = document.getElementById(searchFieldId);
			field?.focus();
			if (field instanceof HTMLInputElement) field.select();
		});
	},
};
