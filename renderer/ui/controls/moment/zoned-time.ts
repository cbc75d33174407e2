import {
	type CalendarDate,
	parseAbsolute,
	parseDate,
	toCalendarDateTime,
	toZoned,
	type ZonedDateTime,
} from '@internationalized/date';

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

/** Which of the two a moment is, where the clocks of a zone are put back and show its time twice; null where they do not. */
export function whichOfTwo(moment: string, timeZone: string): 'first' | 'second' | null {
	const shown = toCalendarDateTime(parseAbsolute(moment, timeZone));
	const [first, second] = (['earlier', 'later'] as const).map((which) =>
		toZoned(shown, timeZone, which).toDate().getTime(),
	);
	if (first === second) return null;
	return Date.parse(moment) === first ? 'first' : 'second';
}
