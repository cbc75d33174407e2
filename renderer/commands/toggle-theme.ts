import type { Command } from './command.ts';

/** Goes from light to dark and back. */
export const toggleTheme: Command = {
	id: 'theme.toggle',
	label: 'Switch between light and dark',
	keywords: ['appearance', 'night'],
	shortcut: null,
	enabled: () => true,
	run: async ({ workspace }) => {
		// What is seen decides, so that the first press always changes something.
		const dark = document.documentElement.dataset.theme === 'dark';
		await workspace.prefer({ theme: dark ? 'light' : 'dark' });
	},
};
