import { expect, test } from 'vitest';
import { saveWords } from './save-words.ts';

const words = (state: Parameters<typeof saveWords>[0]) => saveWords(state, 'en-GB').text;

test('a saved story says when', () => {
	expect(words({ kind: 'saved', at: new Date(2025, 2, 31, 14, 3) })).toBe('Saved at 14:03');
	expect(words({ kind: 'saved', at: null })).toBe('Saved');
});

test('a story that waits or is being written says so', () => {
	expect(words({ kind: 'dirty' })).toBe('Saving…');
	expect(words({ kind: 'saving' })).toBe('Saving…');
});

test('a story that is not saved says why', () => {
	expect(words({ kind: 'failed', failure: { code: 'disk', message: 'The disk is full.' } })).toBe(
		'Not saved because the disk is full. Galley keeps trying.',
	);
	expect(words({ kind: 'failed', failure: { code: 'disk', message: 'The folder may not be written.' } })).toBe(
		'Not saved because the folder may not be written. Galley keeps trying.',
	);
	expect(words({ kind: 'failed', failure: { code: 'disconnected', message: 'x' } })).toMatch(/^Not saved because/);
});
