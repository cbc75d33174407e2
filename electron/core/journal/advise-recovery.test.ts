import { expect, test } from 'vitest';
import { Article } from '#shared/model/article.ts';
import { adviseRecovery } from './advise-recovery.ts';

const base = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	headline: 'Harbour',
	body: [{ id: 'b1', type: 'paragraph', html: 'The boats' }],
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
});
const noted = '2025-03-31T09:00:00.000Z';
const before = '2025-03-31T08:59:00.000Z';
const after = '2025-03-31T09:01:00.000Z';

const saying = (html: string, updated = base.dates.updated, other: Partial<Article> = {}): Article => ({
	...base,
	...other,
	body: [{ id: 'b1', type: 'paragraph', html }],
	dates: { ...base.dates, updated },
});
const mine = saying('The boats came');
const file = (article: Article, revision = 'r1') => ({ article, revision });
const note = { mine, base, basedOn: 'r0', sent: null, at: noted };

test('words on a file that is what they were made from come back by themselves', () => {
	expect(adviseRecovery(note, file(base, 'r0'))).toEqual({ kind: 'restore', article: mine });
});

test('what the file holds already is never offered, whenever it was saved', () => {
	expect(adviseRecovery(note, file(saying('The boats came', after)))).toEqual({ kind: 'held' });
	// Another has saved something else besides.
	expect(adviseRecovery(note, file(saying('The boats came', after, { standfirst: 'Theirs' })))).toEqual({
		kind: 'held',
	});
	expect(adviseRecovery({ ...note, base: null }, file(saying('The boats came', after)))).toEqual({ kind: 'held' });
});

test('words on a save of their own session, whose answer was lost, come back by themselves', () => {
	const sent = saying('The boats c');
	const saved = saying('The boats c', before, { slug: 'harbour-2' });
	expect(adviseRecovery({ ...note, sent }, file(saved))).toEqual({
		kind: 'restore',
		article: { ...saying('The boats came', before), slug: 'harbour-2' },
	});
	// It is somebody else's file, so that a person has to choose.
	expect(adviseRecovery({ ...note, sent }, file(saying('The ships c', before)))).toMatchObject({ kind: 'choose' });
});

test('words and a file that was changed elsewhere in the story are merged', () => {
	expect(adviseRecovery(note, file({ ...base, standfirst: 'Theirs' }))).toMatchObject({
		kind: 'merge',
		merged: { standfirst: 'Theirs', body: mine.body },
	});
});

test.each([
	[before, false],
	[noted, true],
	[after, true],
])('where both changed the same words, a file saved at %s is the newer: %s', (updated, isOlder) => {
	const theirs = file(saying('The boats came in', updated));
	expect(adviseRecovery(note, theirs)).toEqual({ kind: 'choose', why: 'same-words', isOlder });
	expect(adviseRecovery({ ...note, base: null }, theirs)).toEqual({ kind: 'choose', why: 'no-base', isOlder });
});

test('words without a file wait for a person', () => {
	expect(adviseRecovery(note, null)).toEqual({ kind: 'choose', why: 'no-file', isOlder: false });
});
