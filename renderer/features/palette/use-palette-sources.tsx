import { User } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { LinkedStory, Snippet } from '#shared/contract/articles.ts';
import type { Category } from '#shared/model/category.ts';
import { statusEntry } from '#shared/model/status.ts';
import { useHost } from '../../host/host-context.tsx';
import { useDebounced } from '../../session/basics/debounce.ts';
import { useAnswer } from '../../session/basics/use-answer.ts';
import { useLinked } from '../../session/linked-stories.ts';
import { type NewsroomView, useNewsroom } from '../../session/newsroom-context.tsx';
import { useStorySearch } from '../../session/use-story-search.ts';
import { StatusDot } from '../../ui/display/status-dot.tsx';
import { storyTitle } from '../../ui/display/story-title.ts';
import { Icon } from '../../ui/icon.tsx';
import { choiceName, type PaletteEntry } from './palette-entry.ts';

/** So many stories are asked for, and so many names of bylines. */
const mostStories = 8;
const mostNames = 5;
/** A breath between keys. */
const typingMilliseconds = 60;

export interface PaletteSources {
	readonly entries: readonly PaletteEntry[];
	/** Whether the newsroom has not answered yet for what is typed. */
	readonly isBehind: boolean;
	/** Why its stories could not be looked through; null when they could. */
	readonly failure: string | null;
}

/** The newsroom's stories, categories and people for what is typed, beside these commands. */
export function usePaletteSources(
	typed: string,
	recent: readonly string[],
	commands: readonly PaletteEntry[],
): PaletteSources {
	const host = useHost();
	const newsroom = useNewsroom();
	const { people, categories } = newsroom.state;
	const words = typed.trim();
	const search = useStorySearch(typed, null, mostStories);
	const isBehind = search.kind === 'loading' || search.words !== words;

	const recentIds = useMemo(
		() =>
			recent.flatMap((name) => (name.startsWith('story ') ? [name.slice('story '.length)] : [])).slice(0, mostStories),
		[recent],
	);
	const linked = useLinked(recentIds);
	const begins = useDebounced(words, words === '' ? 0 : typingMilliseconds);
	const ask = useCallback(() => host.articles.facets({ of: 'author', begins, limit: mostNames }), [host, begins]);
	const { value: names } = useAnswer(ask);

	const fixed = useMemo(
		() => [...commands, ...categories.map((category) => categoryEntry(category, newsroom))],
		[commands, categories, newsroom],
	);
	const entries = useMemo(() => {
		const lately = words === '' ? recentIds.flatMap((id) => linked.get(id) ?? []) : [];
		const found = words === '' ? search.stories.map((story) => ({ ...story, snippet: undefined })) : search.stories;
		const stories = [
			...lately.map((story) => storyEntry(story, undefined, newsroom)),
			...found.map((story) => storyEntry(story, story.snippet, newsroom)),
		];
		const known = new Set(people.map(({ name }) => name));
		const others = (names ?? []).map(({ value }) => value).filter((name) => !known.has(name));
		const persons = [
			...people.map(({ name, role }) => personEntry(name, role)),
			...others.map((name) => personEntry(name, '')),
		];
		return once([...stories, ...fixed, ...persons]);
	}, [words, recentIds, linked, search.stories, newsroom, people, names, fixed]);
	return { entries, isBehind, failure: search.kind === 'failed' ? search.message : null };
}

function storyEntry(story: LinkedStory, found: Snippet | null | undefined, newsroom: NewsroomView): PaletteEntry {
	const [category] = story.categories;
	const status = statusEntry(story.status).label;
	return {
		kind: 'story',
		id: story.id,
		label: storyTitle(story.headline),
		keywords: [],
		mark: <StatusDot status={story.status} />,
		note: category === undefined ? status : `${status} · ${newsroom.categoryLabel(category)}`,
		found,
	};
}

function categoryEntry({ slug, label, colour }: Category, newsroom: NewsroomView): PaletteEntry {
	const above = newsroom.categoryPath(slug).slice(0, -1);
	return {
		kind: 'category',
		id: slug,
		label,
		keywords: [slug],
		mark: <span className="palette-dot" style={colour === null ? {} : { background: colour }} aria-hidden="true" />,
		note: above.length === 0 ? undefined : above.map((one) => one.label).join(' › '),
	};
}

function personEntry(name: string, role: string): PaletteEntry {
	return {
		kind: 'person',
		id: name,
		label: name,
		keywords: role === '' ? [] : [role],
		mark: <Icon of={User} />,
		note: role === '' ? undefined : role,
	};
}

/** Each choice once; one that the core found last and one used lately are the same story. */
function once(entries: readonly PaletteEntry[]): PaletteEntry[] {
	const seen = new Set<string>();
	return entries.filter((entry) => {
		const name = choiceName(entry);
		const isNew = !seen.has(name);
		seen.add(name);
		return isNew;
	});
}
