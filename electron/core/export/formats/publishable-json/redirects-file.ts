import { storyUrl } from '#shared/document/page/story-url.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { PublishableArticle } from '#shared/model/publishable.ts';
import type { PublishableRedirects } from '#shared/model/publishable-site.ts';
import { articleFile } from '../../publishable-categories.ts';

/** A story with addresses that it had before. */
export type MovedStory = Pick<PublishableArticle, 'id' | 'url' | 'json' | 'formerSlugs'>;

/**
 * `redirects.json`: from each address that a story had to the one that it has, in the order of the old
 * ones; where a story stands by now, the `taken` files, that story is shown.
 */
export function redirectsFile(
	{ siteUrl }: Pick<Newsroom, 'siteUrl'>,
	moved: readonly MovedStory[],
	taken: ReadonlySet<string>,
): PublishableRedirects {
	const redirects = moved.flatMap(({ id, url, json, formerSlugs }) =>
		formerSlugs
			.filter((slug) => !taken.has(articleFile(slug)))
			.map((slug) => ({ from: { url: storyUrl(siteUrl, slug), json: articleFile(slug) }, to: { id, url, json } })),
	);
	const inOrder = redirects.sort((a, b) => compare(a.from.json, b.from.json) || compare(a.to.id, b.to.id));
	return { $schema: 'urn:galley:schema:redirects:1', redirects: inOrder };
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
