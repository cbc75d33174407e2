import type { Article } from '../../model/article.ts';
import { Slug } from '../../model/category.ts';
import { parseInlineHtml } from '../../model/inline-html.ts';
import { linkAdvice } from '../../text/link-advice.ts';
import { inlineParts } from '../blocks/index.ts';
import { storyUrl } from '../page/story-url.ts';
import { perBlock } from '../per-block.ts';

/** What is wrong with an address, after the words that name its link. */
interface LinkFault {
	readonly check: 'link-insecure' | 'link-tracking';
	readonly said: string;
}

const faults: Readonly<Record<ReturnType<typeof linkAdvice>[number]['kind'], LinkFault>> = {
	insecure: { check: 'link-insecure', said: 'goes to http://, which browsers call not secure' },
	tracking: { check: 'link-tracking', said: 'says where its readers come from' },
};

/** What is wrong with an address by itself. */
export function linkFaults(href: string): LinkFault[] {
	return linkAdvice(href).map(({ kind }) => faults[kind]);
}

/** The links in the words of a block. */
export const blockLinks = perBlock((block) =>
	inlineParts(block)
		.filter((html) => html.includes('<a '))
		.flatMap((html) => parseInlineHtml(html))
		.flatMap(({ href, text }) => (href === undefined ? [] : [{ href: href.trim(), text }])),
);

/** The slug of the story that an address of the newsroom's own site leads to, if it leads to one; null elsewhere. */
export function ownSlug(href: string, siteUrl: string): string | null {
	const site = storyUrl(siteUrl, '');
	if (!href.toLowerCase().startsWith(site.toLowerCase())) return null;
	const slug = Slug.safeParse(
		href
			.slice(site.length)
			.replace(/[?#].*$/, '')
			.replace(/\/$/, ''),
	);
	return slug.success ? slug.data : null;
}

/** The slugs of own stories that the words of a body link to, each once. */
export function ownSlugs({ body }: Pick<Article, 'body'>, siteUrl: string): string[] {
	const slugs = body.flatMap(blockLinks).flatMap(({ href }) => ownSlug(href, siteUrl) ?? []);
	return [...new Set(slugs)];
}
