import { SunMoon } from 'lucide-react';
import { deskCommand } from '../command.ts';

/** Goes from light to dark and back. */
export const toggleTheme = deskCommand('theme.toggle', {
	icon: SunMoon,
	disabledReason: () => null,
	run: async ({ workspace }) => {
		// What is seen decides, so that the first press always changes something.
		const dark = document.documentElement.dataset.theme === 'dark';
		await workspace.prefer({ theme: dark ? 'light' : 'dark' });
	},
});
