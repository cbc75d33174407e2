import type { Selection } from '#shared/contract/articles.ts';
import type { FoundInStories, FoundPlace, FoundStory, Replacement } from '#shared/contract/bulk.ts';
import { editTexts } from '#shared/document/texts/edit-texts.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { type Finder, makeFinder } from '#shared/text/find/make-finder.ts';
import type { TextEdit } from '#shared/text/text-edit.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import type { JobWork } from '../../jobs.ts';
import type { ActLog } from '../acts/act-store.ts';
import { editStory } from './edit-story.ts';

/** Replaces words in all texts of a story, written down before; false when they are not found in it. */
export async function replaceWords(
	articles: ArticleStore,
	id: ArticleId,
	{ query, by }: Replacement,
	log: ActLog,
): Promise<boolean> {
	const finder = await finderOf(query);
	return editStory(articles, id, log, async (article) => {
		const edited = editTexts(article, ({ text }) => finder.replace(text, by));
		return edited === article ? null : { article: edited, step: (way) => ({ kind: 'texts', ...way }), isStatus: false };
	});
}

/** So many stories are shown, so many places of each, and so many characters around each. */
const mostStories = 100;
const mostPlaces = 5;
const around = 40;
const lanes = 4;

/** Looks for words in the stories that were chosen, and says what replacing them would do. Nothing is changed. */
export async function findWords(
	articles: ArticleStore,
	selection: Selection,
	{ query, by }: Replacement,
	{ onProgress, signal }: Parameters<JobWork>[0],
): Promise<FoundInStories> {
	const finder = await finderOf(query);
	const chosen = await articles.wholeAnswer((index) => index.select(selection));
	const found = new Map<ArticleId, FoundStory>();
	let unread = 0;
	let done = 0;
	await inLanes(chosen, lanes, async ({ id }) => {
		if (signal.aborted) throw new FailureError('cancelled', 'The search was cancelled.');
		const file = await articles.read(id);
		if (file.kind !== 'article') unread += 1;
		else {
			const story = foundIn(file.article, finder, by);
			if (story.count > 0) found.set(id, story);
		}
		done += 1;
		onProgress(done, chosen.length);
	});
	const stories = chosen.flatMap(({ id }) => found.get(id) ?? []);
	return {
		storyCount: stories.length,
		count: stories.reduce((sum, { count }) => sum + count, 0),
		stories: stories.slice(0, mostStories),
		unread,
	};
}

function foundIn(article: Article, finder: Finder, by: string): FoundStory {
	const places: FoundPlace[] = [];
	let count = 0;
	editTexts(article, ({ text, label }) => {
		for (const edit of finder.replace(text, by)) {
			count += 1;
			if (places.length < mostPlaces) places.push(placeOf(text, label, edit));
		}
		return [];
	});
	return { id: article.id, headline: article.headline, count, places };
}

function placeOf(text: string, label: string, { from, to, by }: TextEdit): FoundPlace {
	const before = text.slice(Math.max(0, from - around), from);
	const after = text.slice(to, to + around);
	return {
		label,
		before: from > around ? `…${before}` : before,
		found: text.slice(from, to),
		by,
		after: to + around < text.length ? `${after}…` : after,
	};
}

/** The finder of a query; a pattern that is none is a `FailureError`. */
export async function finderOf(query: Replacement['query']): Promise<Finder> {
	const made = await makeFinder(query);
	if ('finder' in made) return made.finder;
	throw new FailureError('bad-input', made.problem);
}
