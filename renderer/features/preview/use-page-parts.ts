import { useCallback, useDeferredValue, useMemo } from 'react';
import { type PageParts, renderPage } from '#shared/document/page/render-page.ts';
import { isArticleLink } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { useHost } from '../../host/host-context.tsx';
import { useLinked, useTrending } from '../../session/linked-stories.ts';
import { useNewsroom } from '../../session/newsroom-context.tsx';
import type { StorySession } from '../../session/story-session.ts';
import { useArticle } from '../../session/use-story.ts';

/** The story's page as it stands now, a moment behind the typing. */
export function usePageParts(session: StorySession): PageParts {
	const host = useHost();
	const { newsroom, categories, people } = useNewsroom().state;
	const article = useDeferredValue(useArticle(session));
	const trending = useTrending();
	const { related, nextRead } = article;
	const ids = useMemo(
		() => [...related, ...(nextRead === null ? [] : [nextRead])].filter(isArticleLink).map((link) => link.article),
		[related, nextRead],
	);
	const linked = useLinked(ids);
	// One function for as long as the host is one, so that unchanged blocks are not rendered again.
	const mediaUrl = useCallback((path: MediaPath) => host.mediaUrl(path), [host]);
	return useMemo(
		() =>
			renderPage({
				article,
				newsroom,
				categories,
				people,
				linked: (id) => linked.get(id),
				trending,
				mediaUrl,
				now: new Date(),
			}),
		[article, newsroom, categories, people, linked, trending, mediaUrl],
	);
}
