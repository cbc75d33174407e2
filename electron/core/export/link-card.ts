import type { LinkedStory } from '#shared/contract/articles.ts';
import { shorten } from '#shared/document/excerpt.ts';
import { storyUrl } from '#shared/document/page/story-url.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Slug } from '#shared/model/category.ts';
import type { PublishableArticle, PublishableImage, PublishableLink } from '#shared/model/publishable.ts';
import type { NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import type { PictureFacts } from './pictures.ts';
import { articleFile, publishableCategories } from './publishable-categories.ts';

/** What a link to a story of this export shows of it. */
export interface LinkCard {
	readonly id: ArticleId;
	readonly slug: Slug;
	readonly headline: string;
	readonly excerpt: string;
	readonly categories: readonly Slug[];
	readonly image: PublishableImage | null;
}

/** Finds what links to a story show; null for a story that readers do not get with this export. */
export type FindCard = (id: ArticleId) => LinkCard | null;

/** What a link needs of its newsroom, and the stories that it may lead to. */
export interface LinkContext extends Pick<NewsroomFolder, 'newsroom' | 'categories'> {
	readonly card: FindCard;
}

const longestExcerpt = 200;

/** What links show of a story that is made from its file. */
export function cardOf(story: LinkedStory, facts: (path: MediaPath) => PictureFacts | null): LinkCard {
	const { id, slug, headline, excerpt, categories, image, imageAlt } = story;
	const found = image === null ? null : facts(image);
	return {
		id,
		slug,
		headline,
		excerpt: shorten(excerpt, longestExcerpt),
		categories,
		image: image !== null && found ? { src: image, ...found, alt: imageAlt } : null,
	};
}

/** What links show of a story that stays as it was exported before. */
export function cardOfPublished(story: PublishableArticle): LinkCard {
	const { id, slug, headline, standfirst, bodyText } = story;
	return {
		id,
		slug,
		headline,
		excerpt: shorten(standfirst.trim() === '' ? bodyText : standfirst, longestExcerpt),
		categories: story.categories.map((category) => category.slug),
		image: firstImage(story),
	};
}

/** The image that stands for a story in lists: its lead picture, else the first in its body. */
export function firstImage({ leadImage, body }: PublishableArticle): PublishableImage | null {
	const image = leadImage ?? body.find((block) => block.type === 'image') ?? null;
	if (image === null) return null;
	const { src, width, height, hash, alt } = image;
	return { src, width, height, hash, alt };
}

/** A link to a story of this export. */
export function linkTo(
	{ id, slug, headline, excerpt, categories, image }: LinkCard,
	context: Pick<LinkContext, 'newsroom' | 'categories'>,
): PublishableLink {
	return {
		article: id,
		url: storyUrl(context.newsroom.siteUrl, slug),
		json: articleFile(slug),
		title: headline,
		excerpt,
		categories: publishableCategories(categories, context.categories),
		image,
	};
}

/** The stories that one which was exported before links to. */
export function linksIn({ related, nextRead }: PublishableArticle): ArticleId[] {
	const links = nextRead === null ? related : [...related, nextRead];
	return links.flatMap(({ article }) => article ?? []);
}

/** A story that was exported before, with its links as this export has them: those that lead nowhere are left out. */
export function withLinksRenewed(story: PublishableArticle, context: LinkContext): PublishableArticle {
	const renew = (link: PublishableLink): PublishableLink | null => {
		if (link.article === null) return link;
		const card = context.card(link.article);
		return card && linkTo(card, context);
	};
	return {
		...story,
		related: story.related.flatMap((link) => renew(link) ?? []),
		nextRead: story.nextRead && renew(story.nextRead),
	};
}
