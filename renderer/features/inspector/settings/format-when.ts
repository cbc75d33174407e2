import { formatNearDay, formatTime } from '#shared/text/format-date.ts';

/** A day as the newsroom writes it, with the year only where it is not this one: "28 March". */
export function formatDay(moment: string, locale: string, timeZone: string, now: Date): string {
	const date = new Date(moment);
	return Number.isNaN(date.getTime()) ? moment : formatNearDay(date, { locale, timeZone }, now);
}

/** A moment as the newsroom writes it: "1 April, 06:00". */
export function formatMoment(moment: string, locale: string, timeZone: string, now: Date): string {
	const date = new Date(moment);
	if (Number.isNaN(date.getTime())) return moment;
	const style = { locale, timeZone };
	return `${formatNearDay(date, style, now)}, ${formatTime(date, style)}`;
}
