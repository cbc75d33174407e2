import { daysBetween, formatNearDay, formatWeekday } from '#shared/text/format-date.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * When something happened, as short as it can be understood: "Just now", "9 min ago", "3 h ago", "Yesterday",
 * "Saturday", "28 March", "12 March 2024". Days are those of the newsroom's time zone.
 */
export function relativeTime(moment: string, now: Date, locale: string, timeZone: string): string {
	const then = new Date(moment);
	const passed = now.getTime() - then.getTime();
	const days = daysBetween(then, now, timeZone);
	if (passed >= -minute && passed < minute) return 'Just now';
	if (passed > 0 && passed < hour) return `${Math.floor(passed / minute)} min ago`;
	if (passed > 0 && days === 0) return `${Math.floor(passed / hour)} h ago`;
	if (days === 1) return 'Yesterday';
	if (days > 1 && days < 7) return formatWeekday(then, { locale, timeZone });
	return formatNearDay(then, { locale, timeZone }, now);
}
