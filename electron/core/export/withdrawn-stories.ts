import { StoryFilter } from '#shared/contract/articles.ts';
import { storyUrl } from '#shared/document/page/story-url.ts';
import { type Article, type ArticleId, isArticleLink, type StoryLink, type Withdrawal } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import type { PublishableWithdrawal } from '#shared/model/publishable-site.ts';
import type { ChangedStories, ExportSource, ReadArticle } from './export-source.ts';
import type { LinkContext } from './link-card.ts';
import { articleFile } from './publishable-categories.ts';
import { readStories } from './read-stories.ts';

/** All that an export takes of a story that readers once had and that was withdrawn. */
export interface WithdrawnStory
	extends Pick<Article, 'id' | 'slug' | 'formerSlugs' | 'headline'>,
		Pick<ReadArticle, 'revision'> {
	readonly withdrawal: Withdrawal;
}

/** The stories outside the trash that readers once had and that are withdrawn now, by their files. */
export async function withdrawnStories(source: ExportSource, changed: ChangedStories): Promise<WithdrawnStory[]> {
	const filter = StoryFilter.parse({ status: 'withdrawn' });
	const known = await source.stories({ kind: 'filter', filter, except: [] });
	const found: WithdrawnStory[] = [];
	// Any of those that changed may be one, whatever the index has it for.
	for await (const { file } of readStories(
		source,
		[...new Set([...known.map(({ id }) => id), ...changed.keys()])],
		changed,
	)) {
		if (file.kind !== 'article') continue;
		const { id, slug, formerSlugs, headline, status, dates, withdrawal } = file.article;
		if (status !== 'withdrawn' || dates.published === null) continue;
		// Another program took it back, and did not say why.
		const unstated = { kind: 'unstated', note: '', replacedBy: null, date: dates.updated } as const;
		found.push({ id, slug, formerSlugs, headline, revision: file.revision, withdrawal: withdrawal ?? unstated });
	}
	return found;
}

/** What sites are told of it; a story in its place is named only where readers get that with this export. */
export function publishableWithdrawal(
	{ id, slug, formerSlugs, withdrawal }: WithdrawnStory,
	{ newsroom, card }: Pick<LinkContext, 'newsroom' | 'card'>,
): PublishableWithdrawal {
	const { kind, note, replacedBy, date } = withdrawal;
	const urlOf = (link: StoryLink) => {
		if (!isArticleLink(link)) return link.url;
		const other = card(link.article);
		return other && storyUrl(newsroom.siteUrl, other.slug);
	};
	const placeOf = (at: Slug) => ({ url: storyUrl(newsroom.siteUrl, at), json: articleFile(at) });
	return {
		id,
		slug,
		...placeOf(slug),
		former: formerSlugs.filter((former) => former !== slug).map(placeOf),
		kind,
		note,
		date,
		replacedBy: replacedBy && urlOf(replacedBy),
	};
}

/** The story of this newsroom that a link leads to, if it does. */
export function storyIn(link: StoryLink | null): ArticleId[] {
	return link !== null && isArticleLink(link) ? [link.article] : [];
}
