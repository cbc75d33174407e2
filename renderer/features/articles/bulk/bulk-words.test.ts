import { expect, test } from 'vitest';
import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { doneWords, failedWords, failuresByReason } from './bulk-words.ts';

const english = { locale: 'en-GB', targets: [] };
const report = (part: Partial<BulkReport>): BulkReport => ({
	changed: 0,
	unchanged: 0,
	failed: [],
	failedCount: 0,
	undo: null,
	cancelled: false,
	stopped: null,
	...part,
});
const said = (change: StoryChange, part: Partial<BulkReport>) =>
	doneWords({ kind: 'change', change }, report(part), english);

test('what was done is said with how many stories it was done to', () => {
	expect(said({ kind: 'status', status: 'ready' }, { changed: 12 })).toBe('Status of 12 stories changed.');
	expect(said({ kind: 'status', status: 'ready' }, { changed: 1 })).toBe('Status of one story changed.');
	expect(said({ kind: 'trending', trending: true }, { changed: 1 })).toBe('One story is trending now.');
	expect(said({ kind: 'publish' }, { changed: 1 })).toBe(
		'Changes of one story published. Readers get them with the next export.',
	);
	expect(said({ kind: 'trash' }, { changed: 12_400 })).toBe('12,400 stories are in the trash.');
	expect(doneWords({ kind: 'undo' }, report({ changed: 2 }), english)).toBe('2 stories are as before.');
});

test('what was cancelled says how far it came', () => {
	expect(said({ kind: 'trash' }, { changed: 3, cancelled: true })).toBe('Cancelled. 3 stories are in the trash.');
	expect(said({ kind: 'trash' }, { cancelled: true })).toBe('Cancelled. No story was changed.');
	expect(said({ kind: 'trash' }, { changed: 3, stopped: 'The disk is full.' })).toBe(
		'It ended early. The disk is full. 3 stories are in the trash.',
	);
});

test('a change of a category or a tag says what it is called now, how many stories followed, and what stays', () => {
	const rename: ReferenceChange = { kind: 'rename-category', slug: 'sport', to: 'games', label: 'Games' };
	const words = (change: ReferenceChange, part: Partial<BulkReport>) =>
		doneWords({ kind: 'reference', change }, report(part), english);
	expect(words(rename, { changed: 12 })).toBe('The category is called “Games” now. 12 stories changed.');
	expect(words(rename, {})).toBe('The category is called “Games” now.');
	expect(words({ kind: 'remove-tag', tag: 'port' }, { changed: 1 })).toBe(
		'The tag “port” is removed. One story changed.',
	);
	expect(words(rename, { changed: 2, cancelled: true, note: '“Sport” stays in the list.' })).toBe(
		'Cancelled. 2 stories changed. “Sport” stays in the list.',
	);
});

test('stories that were so already are no change', () => {
	expect(said({ kind: 'status', status: 'ready' }, { unchanged: 4 })).toBe('No story had to be changed.');
	expect(failedWords(report({ failedCount: 2 }), 'en-GB')).toBe('2 stories could not be changed.');
});

test('stories that fail for the same reason stand together', () => {
	const failed = (id: string, reason: string) => ({ id, headline: `Story ${id}`, reason });
	const [one, two, three] = [failed('1', 'It is gone.'), failed('2', 'It is newer.'), failed('3', 'It is gone.')];
	expect(failuresByReason([one, two, three])).toEqual([
		{ reason: 'It is gone.', stories: [one, three] },
		{ reason: 'It is newer.', stories: [two] },
	]);
});
