import { expect, test } from 'vitest';
import { momentFromZoned, whichOfTwo, zonedFromMoment } from './zoned-time.ts';

const brussels = 'Europe/Brussels';

test('a moment reads as the clock in the newsroom shows it', () => {
	const time = zonedFromMoment('2025-04-01T04:00:00Z', brussels);
	expect([time?.day, time?.month, time?.hour, time?.minute]).toEqual([1, 4, 6, 0]);
});

test.each(['2025-04-01T04:00:00Z', '2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z', '2025-03-30T01:00:00Z'])(
	'%s comes back as it was',
	(moment) => {
		const time = zonedFromMoment(moment, brussels);
		expect(time && momentFromZoned(time)).toBe(moment);
	},
);

test('setting the hour to one that the clocks skip gives a time that exists', () => {
	const time = zonedFromMoment('2025-03-30T00:30:00Z', brussels)?.set({ hour: 2 });
	expect(time && momentFromZoned(time)).toBe('2025-03-30T01:30:00Z');
});

test('nothing, and what is no time, is no time', () => {
	expect(zonedFromMoment(null, brussels)).toBeNull();
	expect(zonedFromMoment('tomorrow', brussels)).toBeNull();
});

test('a time that the clocks show twice is told apart', () => {
	expect(whichOfTwo('2025-10-26T00:30:00Z', 'Europe/Brussels')).toBe('first');
	expect(whichOfTwo('2025-10-26T01:30:00Z', 'Europe/Brussels')).toBe('second');
	expect(whichOfTwo('2025-10-26T02:30:00Z', 'Europe/Brussels')).toBeNull();
	expect(whichOfTwo('2025-03-30T01:30:00Z', 'Europe/Brussels')).toBeNull();
	expect(whichOfTwo('2025-10-26T00:30:00Z', 'Asia/Kolkata')).toBeNull();
});
