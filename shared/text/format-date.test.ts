import { expect, test } from 'vitest';
import { dayIn, daysBetween, formatNearDay, zoneName } from './format-date.ts';

test('the day turns at midnight of the zone', () => {
	expect(dayIn(new Date('2025-03-31T22:30:00Z'), 'Europe/Brussels')).toBe('2025-04-01');
	expect(dayIn(new Date('2025-03-31T22:30:00Z'), 'America/New_York')).toBe('2025-03-31');
});

test('a zone is called by its city', () => {
	expect([zoneName('Europe/Brussels'), zoneName('America/Argentina/Buenos_Aires'), zoneName('UTC')]).toEqual([
		'Brussels',
		'Buenos Aires',
		'UTC',
	]);
});

test('two moments are as many days apart as midnights lie between them', () => {
	const evening = new Date('2025-03-29T22:30:00Z');
	// The clocks go forward in between, so that this day has 23 hours.
	expect(daysBetween(evening, new Date('2025-03-30T22:30:00Z'), 'Europe/Brussels')).toBe(2);
	expect(daysBetween(evening, new Date('2025-03-29T22:59:00Z'), 'Europe/Brussels')).toBe(0);
});

test('a near day has a year only where it is another, and a weekday only in this one', () => {
	const style = { locale: 'en-GB', timeZone: 'Europe/Brussels' };
	const now = new Date('2025-06-01T12:00:00Z');
	expect(formatNearDay(new Date('2025-03-28T23:30:00Z'), style, now)).toBe('29 March');
	expect(formatNearDay(new Date('2024-03-28T10:00:00Z'), style, now, true)).toBe('28 March 2024');
	expect(formatNearDay(new Date('2025-03-28T10:00:00Z'), style, now, true)).toMatch(/^Friday,? 28 March$/);
});
