import { type DateStyle, dayIn, formatDay, formatTime } from '#shared/text/format-date.ts';

/** When something was by the newsroom's clock, with the day unless it is today. */
export function moment(at: string, clock: DateStyle): string {
	const then = new Date(at);
	const day = dayIn(then, clock.timeZone);
	const time = formatTime(then, clock);
	return day === dayIn(new Date(), clock.timeZone)
		? `today at ${time}`
		: `on ${formatDay(day, clock.locale)} at ${time}`;
}
