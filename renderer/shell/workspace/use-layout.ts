import { useSyncExternalStore } from 'react';

/**
 * How much room the window has: every pane and the page too, every pane, no inspector beside the story, no navigator
 * either, or no list either.
 */
export type Layout = 'huge' | 'wide' | 'medium' | 'narrow' | 'small';

const layouts: readonly (readonly [Layout, string])[] = [
	['huge', '(min-width: 1880px)'],
	['wide', '(min-width: 1240px)'],
	['medium', '(min-width: 960px)'],
	['narrow', '(min-width: 720px)'],
];

function subscribe(listener: () => void): () => void {
	const queries = layouts.map(([, query]) => matchMedia(query));
	for (const query of queries) query.addEventListener('change', listener);
	return () => {
		for (const query of queries) query.removeEventListener('change', listener);
	};
}

/** The layout that fits the window at this moment. */
export function layoutNow(): Layout {
	return layouts.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'small';
}

/** The layout that fits the window. */
export function useLayout(): Layout {
	return useSyncExternalStore(subscribe, layoutNow);
}
