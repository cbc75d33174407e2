import { expect, test } from 'vitest';
import { beginOfDay, endOfDay } from './zoned-day.ts';

const moment = (time: number) => new Date(time).toISOString();

test.each([
	['2025-03-01', 'UTC', '2025-03-01T00:00:00.000Z', '2025-03-02T00:00:00.000Z'],
	['2025-07-01', 'Europe/Brussels', '2025-06-30T22:00:00.000Z', '2025-07-01T22:00:00.000Z'],
	['2025-03-30', 'Europe/Brussels', '2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z'],
	['2025-10-26', 'Europe/Brussels', '2025-10-25T22:00:00.000Z', '2025-10-26T23:00:00.000Z'],
	['2025-03-09', 'America/New_York', '2025-03-09T05:00:00.000Z', '2025-03-10T04:00:00.000Z'],
	['2025-01-01', 'Asia/Kolkata', '2024-12-31T18:30:00.000Z', '2025-01-01T18:30:00.000Z'],
	['2024-12-31', 'Pacific/Auckland', '2024-12-30T11:00:00.000Z', '2024-12-31T11:00:00.000Z'],
])('%s in %s', (day, zone, begin, end) => {
	expect(moment(beginOfDay(day, zone))).toBe(begin);
	expect(moment(endOfDay(day, zone))).toBe(end);
});
