import { useEffect, useMemo, useRef } from 'react';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { Host } from '../../../host/host.ts';
import { useStore } from '../../../session/basics/store.ts';
import { throttle } from '../../../session/basics/throttle.ts';
import type { ListQuestion } from './story-pages.ts';
import { StoryPageReader, type StoryPages } from './story-pages.ts';

/** Stories that change together, as in a `git pull`, cause one question. */
const settleMilliseconds = 120;
/** While the index is read, the list fills in steps that the eye can follow. */
const fillMilliseconds = 1500;

/** The rows of a list, kept up to date; those of the last question stay until the first of the new one are there. */
export function useStoryPages(host: Host, question: ListQuestion): { pages: StoryPages; reader: StoryPageReader } {
	const key = JSON.stringify(question);
	const reader = useMemo(() => {
		const { filter, sort } = JSON.parse(key) as ListQuestion;
		return new StoryPageReader(host.articles, { filter: StoryFilter.parse(filter), sort });
	}, [host, key]);
	useEffect(() => {
		void reader.reload();
		const changed = throttle(() => void reader.reload(), settleMilliseconds);
		const filled = throttle(() => void reader.reload(), fillMilliseconds);
		const ends = [
			host.subscribe('articles.changed', () => changed.call()),
			host.subscribe('index.changed', ({ state }) => (state.kind === 'reading' ? filled : changed).call()),
			changed.cancel,
			filled.cancel,
		];
		return () => {
			for (const end of ends) end();
		};
	}, [host, reader]);
	const pages = useStore(reader);
	const last = useRef(pages);
	if (pages.known) last.current = pages;
	return { pages: last.current, reader };
}
