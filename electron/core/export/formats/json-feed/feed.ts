import type { Newsroom } from '#shared/model/newsroom.ts';
import type { PublishableArticle, PublishableLink } from '#shared/model/publishable.ts';
import { firstImage } from '../../link-card.ts';
import { shownDate } from '../../shown-date.ts';

/** An item of JSON Feed 1.1; names that begin with `_` are extensions, as the standard asks. */
export interface JsonFeedItem {
	readonly id: string;
	readonly url?: string;
	readonly title: string;
	readonly content_html: string;
	readonly summary?: string;
	readonly image?: string;
	readonly date_published: string;
	readonly date_modified: string;
	readonly authors?: readonly { readonly name: string; readonly url?: string; readonly avatar?: string }[];
	readonly tags?: readonly string[];
	readonly language: string;
	readonly _galley: {
		readonly dateline: string;
		readonly key_points: readonly string[];
		readonly categories: readonly string[];
		readonly related: readonly { readonly url: string; readonly title: string }[];
	};
}

/** A feed of JSON Feed 1.1. */
export interface JsonFeed {
	readonly version: string;
	readonly title: string;
	readonly home_page_url?: string;
	readonly feed_url?: string;
	readonly language: string;
	readonly items: readonly JsonFeedItem[];
}

/** The feed with these items, newest first. */
export function feedFile({ name, siteUrl, language }: Newsroom, items: readonly JsonFeedItem[]): JsonFeed {
	const addresses =
		siteUrl === '' ? {} : { home_page_url: siteUrl, feed_url: `${siteUrl.replace(/\/+$/, '')}/feed.json` };
	return { version: 'https://jsonfeed.org/version/1.1', title: name, ...addresses, language, items };
}

/** A story as an item: what the standard has no field for stands in the text or under `_galley`. */
export function feedItem(story: PublishableArticle, { siteUrl }: Newsroom): JsonFeedItem {
	const onSite = (path: string) => (siteUrl === '' ? path : `${siteUrl.replace(/\/+$/, '')}/${path}`);
	const image = firstImage(story);
	const authors = story.byline.map(({ name, url, person }) => ({
		name,
		...(url === '' ? {} : { url }),
		...(person?.picture ? { avatar: onSite(person.picture.src) } : {}),
	}));
	const tags = [...new Set([...story.categories.map(({ label }) => label), ...story.tags])];
	const links = story.nextRead === null ? story.related : [...story.related, story.nextRead];
	return {
		id: story.id,
		...(siteUrl === '' ? {} : { url: story.url }),
		title: story.headline,
		content_html: story.bodyHtml.replaceAll(
			/(<img [^>]*?\bsrc=")(media\/)/g,
			(_, tag: string, path: string) => tag + onSite(path),
		),
		...(story.standfirst === '' ? {} : { summary: story.standfirst }),
		...(image === null ? {} : { image: onSite(image.src) }),
		date_published: shownDate(story),
		date_modified: story.dates.updated,
		...(authors.length === 0 ? {} : { authors }),
		...(tags.length === 0 ? {} : { tags }),
		language: story.language,
		_galley: {
			dateline: story.dateline.place,
			key_points: story.keyPoints.map(({ text }) => text),
			categories: story.categories.map(({ slug }) => slug),
			related: links.map(linkOf),
		},
	};
}

function linkOf({ url, title }: PublishableLink) {
	return { url, title };
}
