import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = new Date('2025-03-31T12:00:00Z');
const when = (moment: string) => relativeTime(moment, now, 'en-GB', 'Europe/Brussels');

test('a story of today says how long ago it was changed', () => {
	expect(when('2025-03-31T11:59:40Z')).toBe('Just now');
	expect(when('2025-03-31T11:51:00Z')).toBe('9 min ago');
	expect(when('2025-03-31T09:00:00Z')).toBe('3 h ago');
});

test('an older story says the day, and the year only when it is another', () => {
	expect(when('2025-03-30T12:00:00Z')).toBe('Yesterday');
	expect(when('2025-03-29T12:00:00Z')).toBe('Saturday');
	expect(when('2025-03-12T12:00:00Z')).toBe('12 March');
	expect(when('2024-03-12T12:00:00Z')).toBe('12 March 2024');
});

test('days begin at midnight in the newsroom', () => {
	// 00:30 in Brussels is still the day before in UTC.
	expect(relativeTime('2025-03-30T21:00:00Z', new Date('2025-03-30T22:30:00Z'), 'en-GB', 'Europe/Brussels')).toBe(
		'Yesterday',
	);
});
