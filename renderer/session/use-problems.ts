import { useCallback, useMemo } from 'react';
import { checkArticle } from '#shared/document/checks/check-article.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import { useLinked } from './linked-stories.ts';
import { useNewsroom } from './newsroom-context.tsx';
import type { StorySession } from './story-session.ts';
import { useField, useFromArticle } from './use-story.ts';

/** What the checks find in the story, errors first; it follows the typing a moment behind. */
export function useProblems(session: StorySession): readonly Problem[] {
	const { newsroom, categories } = useNewsroom().state;
	const related = useField(session, 'related');
	const nextRead = useField(session, 'nextRead');
	const ids = useMemo(
		() => [...related, ...(nextRead === null ? [] : [nextRead])].filter(isArticleLink).map((link) => link.article),
		[related, nextRead],
	);
	const linked = useLinked(ids);
	const check = useCallback(
		(article: Article) =>
			checkArticle(article, {
				categories,
				checks: checksOf(newsroom),
				linked: (id) => linked.get(id),
				now: new Date(),
				dateStyle: { locale: newsroom.locale, timeZone: newsroom.timeZone },
			}),
		[categories, newsroom, linked],
	);
	return useFromArticle(session, check, sameProblems);
}

function sameProblems(one: readonly Problem[], other: readonly Problem[]): boolean {
	return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
