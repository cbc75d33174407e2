import type { SuggestedStory, SuggestionQuestion } from '#shared/contract/suggestions.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { listedStatuses } from '#shared/model/status.ts';
import { searchTokens } from '#shared/text/search-text.ts';
import type { CategorySets } from '../store/category-sets.ts';
import { numberAt, textAt } from '../store/connection.ts';
import { statusOrder } from '../store/schema.ts';
import { linkedOf } from './linked-stories.ts';
import { pageOf } from './list-stories.ts';
import { type Conditions, isAny } from './story-conditions.ts';
import type { Reader } from './story-source.ts';

/*
 * What two stories have in common counts the more, the fewer others have it. Stories that share a rare tag or a rare word
 * of the headline are all looked at; of what many have, the newest are, so that it takes as long in a large newsroom as in a
 * small one. The weights below are a matter of taste.
 */
const weights = { tag: 3, word: 1, category: 0.6, primary: 0.3, person: 0.3 };
/** What is alike in words alone must be so in more than one. */
const leastByWords = 0.9;
/** Readers do not have it yet, and may not for long. */
const unpublished = 0.5;
/** A story of a year before the newest counts for half as much of this. */
const freshness = 0.25;
const year = 365 * 86_400_000;

/** Of what more stories have, only the newest are looked at. */
const mostGathered = 1000;
const newestOfMany = 60;
/** So many of those that have a word in the headline are looked at. */
const mostOfWord = 300;
/** So many words of a text are looked at, of at least so many letters. */
const mostWords = 24;
const leastLetters = 4;

type Shared = { -readonly [Kind in keyof SuggestedStory['shared']]: string[] };

/** A story that may be suggested. */
interface Candidate {
	score: number;
	readonly shared: Shared;
}

/**
 * The stories that are most like this one and that readers have or soon will: first those in its language, then those that
 * share what is rarest. None of those that it links to already.
 */
export function suggestStories(reader: Reader, sets: CategorySets, asked: SuggestionQuestion): SuggestedStory[] {
	const { connection, facets } = reader;
	const all = numberAt(connection.row('select max(n) from story'), 0) + 1;
	const rarity = (stories: number) => Math.max(0, Math.log(all / Math.max(1, stories)) / Math.log(all + 1));
	const candidates = new Map<number, Candidate>();
	const candidate = (n: number): Candidate => {
		const known = candidates.get(n);
		if (known !== undefined) return known;
		const made = { score: 0, shared: { tags: [], categories: [], people: [], words: [] } };
		candidates.set(n, made);
		return made;
	};
	const credit = (n: number, kind: keyof Shared, value: string, score: number) => {
		const { shared } = candidate(n);
		shared[kind].push(value);
		candidate(n).score += score;
	};
	/** What is told only of stories that have something else in common, or are among the newest. */
	const later: (() => void)[] = [];
	const ownersAmong = (numbers: readonly number[], kind: keyof Shared, value: string, score: number) => () => {
		const owners = connection.rows(
			`select distinct owner.n from owner where facet in (select value from json_each(?))
				and owner.n in (select value from json_each(?))`,
			[JSON.stringify(numbers), JSON.stringify([...candidates.keys()])],
		);
		for (const row of owners) credit(numberAt(row, 0), kind, value, score);
	};

	for (const tag of asked.tags) {
		const numbers = facets.called('tag', tag);
		const stories = facets.atMost(numbers);
		const score = weights.tag * rarity(stories);
		if (stories > mostGathered) {
			for (const n of newest(reader, { owned: [numbers] })) candidate(n);
			later.push(ownersAmong(numbers, 'tags', tag, score));
			continue;
		}
		const owners = connection.rows('select distinct n from owner where facet in (select value from json_each(?))', [
			JSON.stringify(numbers),
		]);
		for (const row of owners) credit(numberAt(row, 0), 'tags', tag, score);
	}
	for (const { shown, token, stories } of tellingWords(reader, asked.text, all)) {
		const found = connection.rowids('headlines where headlines match ? order by rowid desc limit ?', [
			`"${token}"`,
			mostOfWord,
		]);
		for (const n of found) credit(n, 'words', shown, weights.word * rarity(stories));
	}
	for (const slug of asked.categories) {
		const categorySets = sets.chosen(JSON.stringify(['suggesting', slug]), (slugs) => slugs.includes(slug));
		for (const n of newest(reader, { categorySets })) candidate(n);
	}
	for (const name of asked.people)
		later.push(ownersAmong(facets.called('author', name), 'people', name, weights.person));
	for (const tell of later) tell();

	const stories = readStories(reader, sets, candidates, asked);
	const latest = Math.max(...stories.map(({ shownDate }) => shownDate));
	const ranked = stories.flatMap((story) => {
		const { score, shared } = candidate(story.n);
		shared.categories.push(...asked.categories.filter((slug) => story.categories.includes(slug)));
		const isAlike = shared.tags.length + shared.categories.length > 0 || score >= leastByWords;
		if (!isAlike) return [];
		const inPrimary =
			shared.categories[0] === asked.categories[0] && shared.categories.length > 0 ? weights.primary : 0;
		const inCategories = weights.category * (1 - 0.5 ** shared.categories.length) * 2 + inPrimary;
		const fresh = 1 - freshness + freshness * 0.5 ** ((latest - story.shownDate) / year);
		const there = story.isPublished ? 1 : unpublished;
		return [{ ...story, shared, score: (score + inCategories) * fresh * there }];
	});
	ranked.sort(
		(one, other) =>
			Number(other.isSameLanguage) - Number(one.isSameLanguage) ||
			other.score - one.score ||
			other.shownDate - one.shownDate ||
			(one.id < other.id ? 1 : -1),
	);
	const best = ranked.slice(0, asked.limit);
	return linkedOf(connection, best).map((linked, at) => ({ ...linked, shared: best[at]?.shared ?? noneShared }));
}

const noneShared: Shared = { tags: [], categories: [], people: [], words: [] };
const isListed = isAny(listedStatuses);

/** The newest stories of which something holds. */
function newest(reader: Reader, of: Partial<Conditions>): number[] {
	const conditions: Conditions = { plain: [isListed], owned: [], categorySets: null, text: null, ...of };
	return pageOf(reader, conditions, 'published', null, newestOfMany).map(({ n }) => n);
}

/** The words that say what a story is about: not too short, and in few others. */
function tellingWords({ connection }: Reader, text: string, all: number) {
	const words = new Map<string, string>();
	for (const shown of text.split(/[^\p{L}\p{N}\p{M}]+/u)) {
		const [token = '', ...others] = searchTokens(shown);
		if (others.length > 0 || token.length < leastLetters || words.has(token)) continue;
		if (words.size === mostWords) break;
		words.set(token, shown);
	}
	const most = Math.min(mostGathered, Math.max(2, Math.floor(all / 5)));
	return Array.from(words, ([token, shown]) => {
		const count = 'select count(*) from (select 1 from words where words match ? limit ?)';
		return { token, shown, stories: numberAt(connection.row(count, [`"${token}"`, most + 1]), 0) };
	}).filter(({ stories }) => stories > 0 && stories <= most);
}

/** Those candidates that may be suggested, with what they are ranked by. */
function readStories(
	{ connection }: Reader,
	sets: CategorySets,
	candidates: ReadonlyMap<number, Candidate>,
	{ id, taken, language }: SuggestionQuestion,
) {
	const refused = new Set<ArticleId>([id, ...taken]);
	// Most have the least in common, and are not read.
	const best = [...candidates].sort(([, one], [, other]) => other.score - one.score).slice(0, mostGathered);
	const rows = connection.texts(
		['story.n', 'story.id', 'language', 'category_set', 'shown_date', 'status'],
		`from json_each(?) as asked cross join story on story.n = asked.value where ${isListed.sql}`,
		[JSON.stringify(best.map(([n]) => n))],
	);
	return rows
		.map((row) => ({
			n: numberAt(row, 0),
			id: textAt(row, 1),
			isSameLanguage: baseOf(textAt(row, 2)) === baseOf(language),
			categories: sets.categories(numberAt(row, 3)),
			shownDate: numberAt(row, 4),
			isPublished: statusOrder[numberAt(row, 5)] === 'published',
		}))
		.filter((story) => !refused.has(story.id));
}

/** British and American English are one here. */
function baseOf(language: string): string {
	return language.toLowerCase().split('-', 1)[0] ?? '';
}
