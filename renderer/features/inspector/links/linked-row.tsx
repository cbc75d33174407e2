import { Globe, ImageIcon, TriangleAlert } from 'lucide-react';
import type { LinkedStory, Snippet } from '#shared/contract/articles.ts';
import { withheldWords } from '#shared/document/withheld-words.ts';
import { isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { statusEntry } from '#shared/model/status.ts';
import { withheldAt } from '#shared/model/withheld.ts';
import { markText } from '#shared/text/search-marks.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { useHost } from '../../../host/host-context.tsx';
import type { LinkedMap } from '../../../session/linked-story-cache.ts';
import { useNewsroom } from '../../../session/newsroom-context.tsx';
import { Marked, SnippetText } from '../../../ui/display/marked.tsx';
import { Icon } from '../../../ui/icon.tsx';
import './linked-row.css';
import { storyTitle } from '../../../ui/display/story-title.ts';
import { categoryLabel } from '../categories/category-rows.ts';
import { formatDay } from '../settings/format-when.ts';

/** A story in a picker or in the list of links: its picture, headline, category and day. */
export function LinkedStoryView({
	story,
	withStatus = false,
	reason,
	terms = [],
	snippet = null,
}: {
	story: LinkedStory;
	withStatus?: boolean;
	/** Why it is offered, in the place of its category and day. */
	reason?: string;
	/** What was searched for, marked in the headline. */
	terms?: readonly SearchTerm[];
	/** Where else it was found. */
	snippet?: Snippet | null;
}) {
	const host = useHost();
	const { newsroom, categories } = useNewsroom().state;
	const now = new Date();
	const withheld = withheldAt(story, now);
	const details = [
		...(reason === undefined
			? [
					...story.categories.slice(0, withStatus ? 3 : 1).map((slug) => categoryLabel(categories, slug)),
					formatDay(story.date, newsroom.locale, newsroom.timeZone, now),
				]
			: [reason]),
		...(withStatus || story.status !== 'published' ? [statusEntry(story.status).label] : []),
	];
	return (
		<>
			<span className="linked-picture" aria-hidden="true">
				{story.image === null ? (
					<Icon of={ImageIcon} />
				) : (
					<img src={host.mediaUrl(story.image)} alt="" loading="lazy" />
				)}
			</span>
			<span className="linked-words">
				<span className="linked-headline" dir="auto">
					{story.headline === '' ? storyTitle('') : <Marked parts={markText(story.headline, terms)} />}
				</span>
				{snippet === null ? null : <SnippetText snippet={snippet} />}
				<span className="linked-meta">{details.join(' · ')}</span>
				{withheld === null ? null : (
					<span className="linked-meta linked-embargo">{sentence(withheldWords(withheld, newsroom))}</span>
				)}
			</span>
		</>
	);
}

/** "is under embargo …" as a line of its own. */
function sentence(words: string): string {
	const line = words.replace(/^is /, '');
	return line.charAt(0).toUpperCase() + line.slice(1);
}

/** What one link of a story leads to, with its problem when that is gone. */
export function LinkView({ link, linked }: { link: StoryLink; linked: LinkedMap }) {
	if (!isArticleLink(link)) {
		return (
			<>
				<span className="linked-picture" aria-hidden="true">
					<Icon of={Globe} />
				</span>
				<span className="linked-words">
					<span className="linked-headline" dir="auto">
						{link.title || link.url}
					</span>
					<span className="linked-meta">Outside page · {hostOf(link.url)}</span>
				</span>
			</>
		);
	}
	const story = linked.get(link.article);
	if (story) return <LinkedStoryView story={story} />;
	if (story === undefined) {
		return (
			<>
				<span className="linked-picture" aria-hidden="true" />
				<span className="linked-words linked-loading">Looking the story up…</span>
			</>
		);
	}
	return (
		<>
			<span className="linked-picture linked-gone" aria-hidden="true">
				<Icon of={TriangleAlert} />
			</span>
			<span className="linked-words">
				<span className="linked-headline linked-gone-words">This story is gone</span>
				<span className="linked-meta">It is in the trash or was deleted. Remove the link or restore the story.</span>
			</span>
		</>
	);
}

/** A link by its name, for screen readers. */
export function linkTitle(link: StoryLink, linked: LinkedMap): string {
	if (!isArticleLink(link)) return link.title || link.url;
	const story = linked.get(link.article);
	if (story === null) return 'A story that is gone';
	return storyTitle(story?.headline ?? '');
}

function hostOf(url: string): string {
	try {
		return new URL(url).hostname;
	} catch {
		return url; // not an address that can be read; it is shown as it stands
	}
}
