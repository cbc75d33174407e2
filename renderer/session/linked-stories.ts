import { useEffect, useState } from 'react';
import type { LinkedStory } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';
import { useStore } from './basics/store.ts';
import { type LinkedMap, LinkedStoryCache } from './linked-story-cache.ts';

const caches = new WeakMap<Host, LinkedStoryCache>();

function cacheOf(host: Host): LinkedStoryCache {
	let cache = caches.get(host);
	if (!cache) {
		cache = new LinkedStoryCache({
			linked: (input) => host.articles.linked(input),
			subscribe: (name, listener) => host.subscribe(name, listener),
			subscribeConnection: (listener) => host.subscribeConnection(listener),
		});
		caches.set(host, cache);
	}
	return cache;
}

/** The stories with these ids as far as they are known, kept up to date. */
export function useLinked(ids: readonly ArticleId[]): LinkedMap {
	const cache = cacheOf(useHost());
	const key = [...new Set(ids)].sort().join();
	useEffect(() => (key === '' ? undefined : cache.watch(key.split(','))), [cache, key]);
	return useStore(cache);
}

const noStories: readonly LinkedStory[] = [];

/** The stories of the site's Trending strip, kept up to date. */
export function useTrending(): readonly LinkedStory[] {
	const host = useHost();
	const [stories, setStories] = useState(noStories);
	useEffect(() => {
		let question = 0;
		const ask = async () => {
			question += 1;
			const asked = question;
			const answer = await host.articles.trending({});
			if (answer.ok && asked === question) setStories((old) => (sameStories(old, answer.value) ? old : answer.value));
		};
		const ends = [host.subscribe('articles.changed', ask), host.subscribe('newsroom.changed', ask)];
		void ask();
		return () => {
			question += 1;
			for (const end of ends) end();
		};
	}, [host]);
	return stories;
}

function sameStories(a: readonly LinkedStory[], b: readonly LinkedStory[]): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
