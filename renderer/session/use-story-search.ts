import { useEffect, useState } from 'react';
import type { FoundStory, LinkedStory } from '#shared/contract/articles.ts';
import { ok, type Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';

export type StorySearch =
	/** While the next words are looked for, the stories are those that were found for the ones before. */
	| { readonly kind: 'loading' | 'done'; readonly words: string; readonly stories: readonly FoundStory[] }
	| {
			readonly kind: 'failed';
			readonly words: string;
			readonly stories: readonly FoundStory[];
			readonly message: string;
	  };

/** The newsroom's stories that hold these words, or the latest ones without words; never the story itself, if one asks. */
export function useStorySearch(text: string, self: ArticleId | null, limit = 50): StorySearch {
	const host = useHost();
	const [search, setSearch] = useState<StorySearch>({ kind: 'loading', words: '', stories: [] });
	useEffect(() => {
		let current = true;
		// What was found stays while the next words are looked for, so that the list does not flicker.
		const words = text.trim();
		setSearch((old) => ({ kind: 'loading', words, stories: old.stories }));
		// A breath between keys; the newest question wins.
		const timer = setTimeout(
			async () => {
				const answer = await (words === ''
					? latest(host, self, limit)
					: host.search.articles({ text: words, exclude: self === null ? [] : [self], limit }));
				if (!current) return;
				if (answer.ok) setSearch({ kind: 'done', words, stories: answer.value.filter((story) => story.id !== self) });
				else setSearch({ kind: 'failed', words, stories: [], message: answer.failure.message });
			},
			words === '' ? 0 : 60,
		);
		return () => {
			current = false;
			clearTimeout(timer);
		};
	}, [host, text, self, limit]);
	return search;
}

async function latest(host: Host, self: ArticleId | null, limit: number): Promise<Result<readonly FoundStory[]>> {
	const list = await host.articles.list({ limit: limit + 1 });
	if (!list.ok) return list;
	const ids = list.value.rows
		.map((row) => row.id)
		.filter((id) => id !== self)
		.slice(0, limit);
	if (ids.length === 0) return ok([]);
	const linked = await host.articles.linked({ ids });
	return linked.ok ? ok(linked.value.map((story: LinkedStory) => ({ ...story, snippet: null }))) : linked;
}
