import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ExportSource } from './export-source.ts';
import { type FindLinked, linksOf } from './find-linked.ts';

/** A story that an export is about, as its file now is; `article` is null when that is gone or damaged. */
export interface ReadStory {
	readonly id: ArticleId;
	readonly article: Article | null;
	readonly linked: FindLinked;
}

/** So many are read together, so that an export of many waits for the disk and the index once for all of them. */
const together = 32;

/** Reads stories in their order, a few ahead of the one that is taken. */
export async function* readStories(source: ExportSource, ids: readonly ArticleId[]): AsyncGenerator<ReadStory> {
	for (let from = 0; from < ids.length; from += together) {
		const some = ids.slice(from, from + together);
		const articles = await Promise.all(some.map((id) => source.read(id)));
		const links = articles.flatMap((article) => (article === null ? [] : linksOf(article)));
		const wanted = new Set(links.flatMap((link) => ('article' in link ? [link.article] : [])));
		const found = await source.linked([...wanted]);
		const linked: FindLinked = (id) => found.get(id) ?? null;
		for (const [at, article] of articles.entries()) yield { id: some[at] ?? '', article, linked };
	}
}
