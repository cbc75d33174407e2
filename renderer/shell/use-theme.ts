import { useEffect } from 'react';
import type { Preferences } from '#shared/model/preferences.ts';

/** Puts the theme on the page; `system` follows the system as it changes. */
export function useTheme(theme: Preferences['theme']): void {
	useEffect(() => {
		const systemDark = matchMedia('(prefers-color-scheme: dark)');
		const apply = () => {
			const dark = theme === 'dark' || (theme === 'system' && systemDark.matches);
			document.documentElement.dataset.theme = dark ? 'dark' : 'light';
		};
		apply();
		systemDark.addEventListener('change', apply);
		return () => systemDark.removeEventListener('change', apply);
	}, [theme]);
}
