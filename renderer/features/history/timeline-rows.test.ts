import { expect, test } from 'vitest';
import type { PastRevision } from '#shared/contract/history.ts';
import { reasonWords } from './reason-words.ts';
import { momentWords, timelineRows } from './timeline-rows.ts';

const at = (moment: string): PastRevision => ({
	id: '01JQ0000000000000000000000',
	at: moment,
	author: 'Ana Ruiz',
	reason: 'explicit-save',
	status: 'draft',
	headline: 'Harbour',
	words: 12,
	revision: 'a'.repeat(64),
});
const brussels = { locale: 'en-GB', timeZone: 'Europe/Brussels' };
const now = new Date('2025-03-31T10:00:00Z');

test('revisions stand under the days of the newsroom, which begin at its own midnight', () => {
	const rows = timelineRows(
		[
			at('2025-03-31T09:15:00Z'),
			at('2025-03-30T22:30:00Z'),
			at('2025-03-30T20:00:00Z'),
			at('2025-03-28T08:00:00Z'),
			at('2024-12-31T08:00:00Z'),
		],
		now,
		brussels,
	);
	expect(rows.map((row) => (row.kind === 'day' ? row.day : row.time))).toEqual([
		'Today',
		'11:15',
		'00:30',
		'Yesterday',
		'22:00',
		expect.stringMatching(/^Friday,? 28 March$/),
		'09:00',
		'31 December 2024',
		'09:00',
	]);
});

test('a moment is said in one line', () => {
	expect(momentWords('2025-03-30T12:03:00Z', now, brussels)).toBe('Yesterday, 14:03');
});

test('a change of status says which', () => {
	expect(reasonWords({ reason: 'status', status: 'ready' })).toBe('Status changed to Ready');
	expect(reasonWords({ reason: 'explicit-save', status: 'draft' })).toBe('Saved by hand');
});
