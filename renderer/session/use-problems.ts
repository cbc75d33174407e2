import { useCallback, useMemo } from 'react';
import { checkArticle } from '#shared/document/checks/check-article.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { ownSlugs } from '#shared/document/checks/link-address.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useLinked } from './linked-stories.ts';
import { useNewsroom } from './newsroom-context.tsx';
import { useOwnAddresses } from './own-addresses.ts';
import type { StorySession } from './story-session.ts';
import { useField, useFromArticle } from './use-story.ts';

/** What the checks find in the story, errors first; it follows the typing a moment behind. */
export function useProblems(session: StorySession): readonly Problem[] {
	const { newsroom, categories } = useNewsroom().state;
	const related = useField(session, 'related');
	const nextRead = useField(session, 'nextRead');
	const { siteUrl } = newsroom;
	const slugsOf = useCallback((article: Article) => ownSlugs(article, siteUrl), [siteUrl]);
	const addresses = useOwnAddresses(useFromArticle(session, slugsOf, sameSlugs));
	const ids = useMemo(() => {
		const links = [...related, ...(nextRead === null ? [] : [nextRead])].filter(isArticleLink);
		const own = Object.values(addresses).filter((id) => id !== null);
		return [...links.map((link) => link.article), ...own];
	}, [related, nextRead, addresses]);
	const linked = useLinked(ids);
	const check = useCallback(
		(article: Article) =>
			checkArticle(article, {
				categories,
				checks: checksOf(newsroom),
				linked: (id) => linked.get(id),
				ownLinks: {
					siteUrl: newsroom.siteUrl,
					storyAt: (slug) => (Object.hasOwn(addresses, slug) ? addresses[slug] : undefined),
				},
				now: new Date(),
				dateStyle: { locale: newsroom.locale, timeZone: newsroom.timeZone },
			}),
		[categories, newsroom, linked, addresses],
	);
	return useFromArticle(session, check, sameProblems);
}

const sameSlugs = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

function sameProblems(one: readonly Problem[], other: readonly Problem[]): boolean {
	return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
