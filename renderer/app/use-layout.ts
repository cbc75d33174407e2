import { useSyncExternalStore } from 'react';

/** How much room the window has: every pane, no inspector beside the story, or no navigator either. */
export type Layout = 'wide' | 'medium' | 'narrow';

const wide = matchMedia('(min-width: 1240px)');
const medium = matchMedia('(min-width: 960px)');

function subscribe(listener: () => void): () => void {
	wide.addEventListener('change', listener);
	medium.addEventListener('change', listener);
	return () => {
		wide.removeEventListener('change', listener);
		medium.removeEventListener('change', listener);
	};
}

/** The layout that fits the window now. */
export function useLayout(): Layout {
	return useSyncExternalStore(subscribe, () => (wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow'));
}
