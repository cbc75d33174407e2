import { Search } from 'lucide-react';
import { flushSync } from 'react-dom';
import { deskCommand } from '../command.ts';

/** The id of the search field in the navigator. */
export const searchFieldId = 'search-stories';

/** Puts the cursor in the search field. */
export const focusSearch = deskCommand('search.focus', {
	icon: Search,
	disabledReason: () => null,
	run: ({ workspace }) => {
		// At once, so that the letter typed next is in it, also where the navigator has to be drawn first.
		if (document.getElementById(searchFieldId) === null) flushSync(() => workspace.change({ drawer: 'navigator' }));
		const field = document.getElementById(searchFieldId);
		field?.focus();
		if (field instanceof HTMLInputElement) field.select();
	},
});
