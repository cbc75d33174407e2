import { type ArticleId, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { isWebUrl } from '#shared/model/url.ts';

/** Why a link may not be added to a story's related posts, in a sentence; null when it may. */
export function refuseRelated(
	link: StoryLink,
	story: { readonly id: ArticleId; readonly related: readonly StoryLink[] },
): string | null {
	const refused = refuseLink(link, story.id);
	if (refused !== null) return refused;
	const name = linkName(link);
	return story.related.some((other) => linkName(other) === name)
		? isArticleLink(link)
			? 'This story is already one of the related posts.'
			: 'This page is already one of the related posts.'
		: null;
}

/** Why a story may not link to this, in a sentence; null when it may. */
export function refuseLink(link: StoryLink, self: ArticleId): string | null {
	if (isArticleLink(link)) return link.article === self ? 'A story cannot link to itself.' : null;
	if (!isWebUrl(link.url)) return 'The address must be a full web address, such as https://example.org/page.';
	if (link.title.trim() === '') return 'Give the page a title, so that readers know where the link leads.';
	return null;
}

/** Why a story or page may not take the place of a story that is withdrawn, in a sentence; null when it may. */
export function refuseReplacement(link: StoryLink, self: ArticleId): string | null {
	if (isArticleLink(link)) return link.article === self ? 'A story cannot take its own place.' : null;
	return isWebUrl(link.url) ? null : 'The address must be a full web address, such as https://example.org/page.';
}

/** What makes two links the same: the story's id, or the page's address without its last slash. */
export function linkName(link: StoryLink): string {
	if (isArticleLink(link)) return link.article;
	try {
		const { href } = new URL(link.url);
		return href.replace(/\/(?=$|[?#])/, '');
	} catch {
		return link.url; // not an address that can be read; it is compared as it stands
	}
}
