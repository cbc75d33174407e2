import { useEffect } from 'react';
import type { Host } from '../host/host.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { showToast } from '../ui/overlays/toast.tsx';

/** Says that a target has what was published. */
export function useTargetNews(host: Pick<Host, 'subscribe'>): void {
	const { locale } = useNewsroom().state.newsroom;
	useEffect(
		() =>
			host.subscribe('targets.changed', ({ name, written }) => {
				if (written === 0) return;
				const stories = written === 1 ? 'One story' : `${written.toLocaleString(locale)} stories`;
				showToast(`${name} is up to date. ${stories} changed there.`);
			}),
		[host, locale],
	);
}
