import { expect, test } from 'vitest';
import { type SaveSetting, saveWords } from './save-words.ts';

const words = (state: Parameters<typeof saveWords>[0], more: Partial<SaveSetting> = {}) =>
	saveWords(state, {
		locale: 'en-GB',
		timeZone: 'Europe/Brussels',
		journal: { kind: 'empty' },
		stalled: false,
		...more,
	}).text;
const kept = { kind: 'kept', besideNewsroom: null } as const;
const full = { code: 'disk', message: 'The disk is full.' } as const;

test('a saved story says when, by the clock of the newsroom', () => {
	expect(words({ kind: 'saved', at: new Date('2025-03-31T12:03:00Z') })).toBe('Saved at 14:03');
	const tokyo = { timeZone: 'Asia/Tokyo' };
	expect(words({ kind: 'saved', at: new Date('2025-03-31T12:03:00Z') }, tokyo)).toBe('Saved at 21:03');
	expect(words({ kind: 'saved', at: null })).toBe('Saved');
});

test('a story that waits or is being written says so', () => {
	expect(words({ kind: 'dirty' })).toBe('Saving…');
	expect(words({ kind: 'saving' })).toBe('Saving…');
});

test('a save that does not end says that the disk does not answer, and where the text is', () => {
	expect(words({ kind: 'saving' }, { stalled: true, journal: kept })).toBe(
		'The disk does not answer. Your text is kept in the journal.',
	);
	expect(words({ kind: 'saving' }, { stalled: true, journal: { kind: 'failed', failure: full } })).toBe(
		'The disk does not answer. The journal does not take it either, so keep this window open.',
	);
});

test('a story that is not saved says why, where its text is, and that Galley keeps trying', () => {
	expect(words({ kind: 'failed', failure: full }, { journal: kept })).toBe(
		'Not saved because the disk is full. Your text is kept in the journal. Galley keeps trying.',
	);
	expect(words({ kind: 'failed', failure: { code: 'disk', message: 'The folder may not be written.' } })).toBe(
		'Not saved because the folder may not be written. Galley keeps trying.',
	);
	expect(words({ kind: 'failed', failure: { code: 'disconnected', message: 'x' } })).toMatch(/^Not saved because/);
	expect(words({ kind: 'gone', reason: 'x' }, { journal: kept })).toMatch(/Your text is kept in the journal\.$/);
});
