const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The number of the calendar day in a time zone; days that follow each other differ by one. */
function dayNumber(date: Date, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
	return Math.round(Date.parse(`${parts.format(date)}T00:00:00Z`) / day);
}

/**
 * When something happened, as short as it can be understood: "Just now", "9 min ago", "3 h ago", "Yesterday",
 * "Saturday", "28 March", "12 March 2024". Days are those of the newsroom's time zone.
 */
export function relativeTime(moment: string, now: Date, locale: string, timeZone: string): string {
	const then = new Date(moment);
	const passed = now.getTime() - then.getTime();
	const days = dayNumber(now, timeZone) - dayNumber(then, timeZone);
	if (passed >= -minute && passed < minute) return 'Just now';
	if (passed > 0 && passed < hour) return `${Math.floor(passed / minute)} min ago`;
	if (passed > 0 && days === 0) return `${Math.floor(passed / hour)} h ago`;
	if (days === 1) return 'Yesterday';
	if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(then);
	const sameYear =
		new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(then) ===
		new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(now);
	return new Intl.DateTimeFormat(locale, {
		timeZone,
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' as const }),
	}).format(then);
}
