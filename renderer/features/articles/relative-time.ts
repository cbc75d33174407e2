const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it, and every row of the list needs several. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	const known = formats.get(key);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat(locale, options);
	formats.set(key, made);
	return made;
}

/** The number of the calendar day in a time zone; days that follow each other differ by one. */
function dayNumber(date: Date, timeZone: string): number {
	const format = formatOf('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
	return Math.round(Date.parse(`${format.format(date)}T00:00:00Z`) / day);
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
	if (days > 1 && days < 7) return formatOf(locale, { timeZone, weekday: 'long' }).format(then);
	const sameYear =
		formatOf('en', { timeZone, year: 'numeric' }).format(then) ===
		formatOf('en', { timeZone, year: 'numeric' }).format(now);
	return formatOf(locale, {
		timeZone,
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' as const }),
	}).format(then);
}
