import { useSyncExternalStore } from 'react';

/** How much room the window has: every pane, no inspector beside the story, no navigator either, or no list either. */
export type Layout = 'wide' | 'medium' | 'narrow' | 'small';

const layouts: readonly (readonly [Layout, MediaQueryList])[] = [
	['wide', matchMedia('(min-width: 1240px)')],
	['medium', matchMedia('(min-width: 960px)')],
	['narrow', matchMedia('(min-width: 720px)')],
];

function subscribe(listener: () => void): () => void {
	for (const [, query] of layouts) query.addEventListener('change', listener);
	return () => {
		for (const [, query] of layouts) query.removeEventListener('change', listener);
	};
}

/** The layout that fits the window now. */
export function useLayout(): Layout {
	return useSyncExternalStore(subscribe, () => layouts.find(([, query]) => query.matches)?.[0] ?? 'small');
}
