import { type CalendarDate, parseAbsolute, parseDate, type ZonedDateTime } from '@internationalized/date';

/** A moment in UTC as the clocks of the newsroom show it; null for none, or for one that cannot be read. */
export function zonedFromMoment(moment: string | null, timeZone: string): ZonedDateTime | null {
	if (moment === null || Number.isNaN(Date.parse(moment))) return null;
	return parseAbsolute(moment, timeZone);
}

/** A time on the newsroom's clocks as a moment in UTC, to the second, as stories keep it. */
export function momentFromZoned(time: ZonedDateTime): string {
	return time
		.toDate()
		.toISOString()
		.replace(/\.\d{3}Z$/, 'Z');
}

/** A day, `YYYY-MM-DD`, as a calendar date; null for none, or for one that cannot be read. */
export function dateFromDay(day: string | null): CalendarDate | null {
	if (day === null || Number.isNaN(Date.parse(day))) return null;
	return parseDate(day);
}

/** The next full hour on the newsroom's clocks: what an empty date and time starts from. */
export function nextHour(timeZone: string, now: Date): ZonedDateTime {
	return parseAbsolute(now.toISOString(), timeZone).add({ hours: 1 }).set({ minute: 0, second: 0, millisecond: 0 });
}
