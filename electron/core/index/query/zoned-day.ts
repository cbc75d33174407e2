import { parseDate } from '@internationalized/date';

/** When a day (`YYYY-MM-DD`) begins in a time zone, in milliseconds since 1970. */
export function beginOfDay(day: string, timeZone: string): number {
	return parseDate(day).toDate(timeZone).getTime();
}

/** When the day after begins. */
export function endOfDay(day: string, timeZone: string): number {
	return parseDate(day).add({ days: 1 }).toDate(timeZone).getTime();
}
