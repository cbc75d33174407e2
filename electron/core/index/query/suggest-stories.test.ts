import { expect, test } from 'vitest';
import { SuggestionQuestion } from '#shared/contract/suggestions.ts';
import { openIndexDatabase } from '../store/index-database.ts';
import { categories, headlines, idOf, makeIndex, newsroom, storyEntry } from '../testing/index-stories.ts';

/** A question for stories like one that is nowhere yet. */
const like = (fields: Partial<SuggestionQuestion> = {}) =>
	SuggestionQuestion.parse({
		id: idOf(999),
		text: '',
		tags: [],
		categories: [],
		people: [],
		language: 'en',
		taken: [],
		...fields,
	});
const published = (fields: object = {}) => ({ status: 'published', ...fields });
/** Stories that have nothing in common with any other. */
const others = (count: number) => Array.from({ length: count }, () => published({ headline: 'Nothing' }));

test('a shared tag goes before a shared category, two before one, and it is said what is shared', () => {
	const index = makeIndex(
		published({ headline: 'In the category', categories: ['money'] }),
		published({ headline: 'One tag', tags: ['Rivers'] }),
		published({ headline: 'Two tags and the category', tags: ['rivers', 'Elbe'], categories: ['money'] }),
		...others(20),
	);
	const found = index.suggest(like({ tags: ['rivers', 'elbe'], categories: ['money'] }));
	expect(headlines(found)).toEqual(['Two tags and the category', 'One tag', 'In the category']);
	expect(found.map(({ shared }) => shared)).toEqual([
		{ tags: ['rivers', 'elbe'], categories: ['money'], people: [], words: [] },
		{ tags: ['rivers'], categories: [], people: [], words: [] },
		{ tags: [], categories: ['money'], people: [], words: [] },
	]);
});

test('what readers have goes before what is only ready', () => {
	const index = makeIndex(
		published({ headline: 'Published', categories: ['money'] }),
		{ headline: 'Ready', status: 'ready', categories: ['money'] },
		...others(9),
	);
	expect(headlines(index.suggest(like({ categories: ['money'] })))).toEqual(['Published', 'Ready']);
});

test('the primary category says more than another', () => {
	const index = makeIndex(
		published({ headline: 'Primary', categories: ['world'] }),
		published({ headline: 'Other', categories: ['money'] }),
	);
	expect(headlines(index.suggest(like({ categories: ['world', 'money'] })))).toEqual(['Primary', 'Other']);
});

test('a rare tag says more than one that many have', () => {
	const index = makeIndex(
		published({ headline: 'Rare', tags: ['sluices'] }),
		...Array.from({ length: 30 }, () => published({ headline: 'Common', tags: ['politics'] })),
	);
	const found = headlines(index.suggest(like({ tags: ['politics', 'sluices'], limit: 3 })));
	expect(found).toEqual(['Rare', 'Common', 'Common']);
});

test('what readers do not have is not suggested, nor the story itself, nor what it links to', () => {
	const tags = ['rivers'];
	const index = makeIndex(
		published({ headline: 'Itself', tags }),
		published({ headline: 'Linked', tags }),
		{ headline: 'Draft', tags },
		{ headline: 'Withdrawn', tags, status: 'withdrawn' },
		{ headline: 'Ready', tags, status: 'ready' },
		published({ headline: 'Trashed', tags }),
		published({ headline: 'Other', tags }),
	);
	index.remove(idOf(5));
	const found = index.suggest(like({ id: idOf(0), tags, taken: [idOf(1)] }));
	expect(headlines(found)).toEqual(['Other', 'Ready']);
	index.put(storyEntry(6, { headline: 'Other', tags, status: 'withdrawn' }), 'mark');
	expect(headlines(index.suggest(like({ id: idOf(0), tags, taken: [idOf(1)] })))).toEqual(['Ready']);
});

test('the language of the story goes before all, whatever its country', () => {
	const index = makeIndex(
		published({ headline: 'Deux', tags: ['rivers', 'elbe'], language: 'fr' }),
		published({ headline: 'One', tags: ['rivers'], language: 'en-GB' }),
		...others(9),
	);
	const asked = { tags: ['rivers', 'elbe'] };
	expect(headlines(index.suggest(like({ ...asked, language: 'en-US' })))).toEqual(['One', 'Deux']);
	expect(headlines(index.suggest(like({ ...asked, language: 'fr' })))).toEqual(['Deux', 'One']);
});

test('words of the headline suggest a story when there are two, not one, and not those that are everywhere', () => {
	const index = makeIndex(
		published({ headline: 'The harbour wall is built with money' }),
		published({ headline: 'A harbour is sold' }),
		...Array.from({ length: 30 }, () => published({ headline: 'They were there with others' })),
	);
	const found = index.suggest(like({ text: 'Harbour towns weigh a WALL, with doubts. They were there' }));
	expect(headlines(found)).toEqual(['The harbour wall is built with money']);
	expect(found[0]?.shared.words).toEqual(['Harbour', 'WALL']);
});

test('the same byline counts where something else is shared, and is not enough', () => {
	const byline = [{ name: 'Ana Ruiz' }];
	const index = makeIndex(
		published({ headline: 'By her', byline }),
		published({ headline: 'By her, in the category', byline, categories: ['money'] }),
		published({ headline: 'In the category', categories: ['money'] }),
	);
	const found = index.suggest(like({ categories: ['money'], people: ['ana ruiz'] }));
	expect(headlines(found)).toEqual(['By her, in the category', 'In the category']);
	expect(found[0]?.shared.people).toEqual(['ana ruiz']);
});

test('of what is alike the newest comes first', () => {
	const on = (year: number) => ({ published: `${year}-03-01T00:00:00Z` });
	const created = { created: '2010-03-01T00:00:00Z', updated: '2010-03-01T00:00:00Z' };
	const index = makeIndex(
		published({ headline: 'New', tags: ['rivers'], dates: { ...created, ...on(2025) } }),
		published({ headline: 'Old', tags: ['rivers'], dates: { ...created, ...on(2011) } }),
		published({ headline: 'Newer', tags: ['rivers'], dates: { ...created, ...on(2026) } }),
		...others(9),
	);
	expect(headlines(index.suggest(like({ tags: ['rivers'] })))).toEqual(['Newer', 'New', 'Old']);
});

test('of a tag that very many have, the newest are suggested, and others for what else they share', () => {
	const index = openIndexDatabase(':memory:');
	index.follow(newsroom, categories);
	index.begin();
	for (let number = 0; number < 1200; number += 1) {
		const tags = number === 3 ? ['news', 'sluices'] : ['news'];
		const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString();
		const dates = { created: day, updated: day, published: day };
		const id = `01JQNV3M8Z4T6W9X2Y5B7C${String(number).padStart(4, '0')}`;
		index.put(storyEntry(number % 999, { id, headline: `Number ${number}`, ...published({ tags, dates }) }), '');
	}
	index.commit();
	const found = index.suggest(like({ tags: ['news', 'sluices'], limit: 3 }));
	expect(headlines(found)).toEqual(['Number 3', 'Number 1199', 'Number 1198']);
	expect(found[0]?.shared.tags).toEqual(['sluices', 'news']);
	index.close();
});

test('a story that says nothing of itself gets no suggestion', () => {
	expect(makeIndex(...others(5)).suggest(like())).toEqual([]);
	expect(makeIndex().suggest(like({ tags: ['rivers'], text: 'A harbour wall' }))).toEqual([]);
});
