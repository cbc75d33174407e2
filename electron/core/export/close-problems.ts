import { ownSlugs } from '#shared/document/checks/link-address.ts';
import type { Article } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import { type FindLinked, storyProblems } from './assess.ts';
import type { ExportSource } from './export-source.ts';
import type { Pictures } from './pictures.ts';

/** Everything that is wrong with one story, also what is looked for in its words: where they link to, and every slip. */
export async function closeProblems(
	source: Pick<ExportSource, 'folder' | 'now' | 'linked' | 'atAddress'>,
	article: Article,
	pictures: Pictures,
	linked: FindLinked,
): Promise<Problem[]> {
	const { siteUrl } = source.folder.newsroom;
	const wanted = ownSlugs(article, siteUrl).flatMap((slug) => source.atAddress(slug) ?? []);
	const also = await source.linked(wanted);
	return await storyProblems(
		article,
		{ ...source.folder, now: source.now },
		pictures,
		(id) => linked(id) ?? also.get(id) ?? null,
		{ ownLinks: { siteUrl, storyAt: (slug) => source.atAddress(slug) } },
	);
}
