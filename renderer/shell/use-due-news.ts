import { useEffect } from 'react';
import { dueWords } from '../features/publish/due-words.ts';
import type { Host } from '../host/host.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { showToast } from '../ui/overlays/toast.tsx';

/** Says which scheduled stories were published, and which could not be. */
export function useDueNews(host: Pick<Host, 'subscribe'>): void {
	const { locale, timeZone } = useNewsroom().state.newsroom;
	useEffect(
		() =>
			host.subscribe('schedule.ran', (report) => {
				for (const words of dueWords(report, new Date(), { locale, timeZone })) showToast(words);
			}),
		[host, locale, timeZone],
	);
}
