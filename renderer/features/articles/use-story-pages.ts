import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Host } from '../../host/host.ts';
import { type ListQuestion, StoryPageReader, type StoryPages } from './story-pages.ts';

/** Stories that change together, as in a `git pull`, cause one question. */
const settleMilliseconds = 120;

/** The rows of a list, kept up to date. */
export function useStoryPages(
	host: Host,
	question: ListQuestion,
): { pages: StoryPages; more: () => void; reload: () => void } {
	const { queue, category, text, sort } = question;
	const reader = useMemo(
		() => new StoryPageReader(host.articles, { queue, category, text, sort }),
		[host, queue, category, text, sort],
	);
	useEffect(() => {
		void reader.reload();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const end = host.subscribe('articles.changed', () => {
			clearTimeout(timer);
			timer = setTimeout(() => void reader.reload(), settleMilliseconds);
		});
		return () => {
			clearTimeout(timer);
			end();
		};
	}, [host, reader]);
	return {
		pages: useSyncExternalStore(reader.subscribe, reader.snapshot),
		more: () => void reader.more(),
		reload: () => void reader.reload(),
	};
}
