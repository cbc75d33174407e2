import { isArticleLink, type StoryLink } from '../../model/article.ts';
import type { Category } from '../../model/category.ts';
import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import { hostOf } from './markup.ts';
import type { PageInput } from './page-input.ts';
import { storyUrl } from './story-url.ts';
import { pageWords } from './words/index.ts';
import type { PageWords } from './words/page-words.ts';

/** A related post or next read with everything that is shown of it. */
export interface ShownLink {
	/** The attributes of its `<a>`: its address, and `data-article` when it leads to a story of this newsroom. */
	readonly attributes: SafeHtml;
	readonly title: string;
	readonly excerpt: string;
	readonly categories: readonly Category[];
	/** The site it lies on, when that is another one. */
	readonly host: string | null;
	readonly image: string | null;
}

/** Looks up what a link shows; null for a story that is gone or not known yet. */
export function showLink(link: StoryLink, page: PageInput): ShownLink | null {
	if (!isArticleLink(link)) {
		return {
			attributes: `href="${escapeAttribute(link.url)}" rel="noopener noreferrer"`,
			title: link.title.trim() || hostOf(link.url),
			excerpt: link.excerpt,
			categories: [],
			host: hostOf(link.url),
			image: null,
		};
	}
	const story = page.linked(link.article);
	if (!story) return null;
	return {
		attributes: articleAttributes(page, story.id, story.slug),
		title: story.headline.trim() || pageWords(page.article.language).untitled,
		excerpt: story.excerpt,
		categories: knownCategories(page.categories, story.categories),
		host: null,
		image: story.image === null ? null : page.mediaUrl(story.image),
	};
}

/** The attributes of a link to a story of this newsroom; the desk opens it by `data-article`. */
export function articleAttributes(page: PageInput, id: string, slug: string): SafeHtml {
	return `href="${escapeAttribute(storyUrl(page.newsroom.siteUrl, slug))}" data-article="${escapeAttribute(id)}"`;
}

/** The categories of the taxonomy with these slugs, in the order of the slugs. */
export function knownCategories(categories: readonly Category[], slugs: readonly string[]): Category[] {
	return slugs.flatMap((slug) => categories.find((category) => category.slug === slug) ?? []);
}

/** Categories as chips with their colour; empty for none. */
export function categoryChips(categories: readonly Category[], label: string): SafeHtml {
	if (categories.length === 0) return '';
	const chips = categories.map((category) => `<li>${dot(category.colour)}${escapeText(category.label)}</li>`);
	return `<ul class="g-chips" aria-label="${escapeAttribute(label)}">${chips.join('')}</ul>`;
}

/** The categories above a card's title, or the site that it lies on. */
export function cardCategories(link: ShownLink, page: PageWords): SafeHtml {
	const words = link.host === null ? link.categories.map((category) => category.label) : [link.host];
	if (words.length === 0) return '';
	return `<ul class="g-card-categories" aria-label="${escapeAttribute(link.host === null ? page.categories : page.site)}">${words.map((word) => `<li>${escapeText(word)}</li>`).join('')}</ul>`;
}

function dot(colour: string | null): SafeHtml {
	// A presentational attribute, because the content security policy allows no inline style.
	if (colour === null || !/^#[0-9a-f]{6}$/i.test(colour)) return '';
	return `<svg class="g-dot" viewBox="0 0 8 8" aria-hidden="true"><circle cx="4" cy="4" r="4" fill="${colour}"/></svg>`;
}
