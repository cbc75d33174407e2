import { expect, test } from 'vitest';
import { formatDay, formatMoment } from './format-when.ts';

const now = new Date('2025-06-01T12:00:00Z');

test('a day of this year needs no year', () => {
	expect(formatDay('2025-03-28T23:30:00Z', 'en-GB', 'Europe/Brussels', now)).toBe('29 March');
	expect(formatDay('2024-03-28T10:00:00Z', 'en-GB', 'Europe/Brussels', now)).toBe('28 March 2024');
	expect(formatMoment('2025-04-01T04:00:00Z', 'en-GB', 'Europe/Brussels', now)).toBe('1 April, 06:00');
});

test('what is no time is shown as it stands', () => {
	expect(formatDay('soon', 'en-GB', 'UTC', now)).toBe('soon');
});
