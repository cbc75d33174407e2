/** How dates are written for a newsroom's readers. */
export interface DateStyle {
	/** A BCP 47 tag, such as `en-GB`. */
	readonly locale: string;
	/** A zone of the IANA database, such as `Europe/Brussels`. */
	readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of a locale; making one takes far longer than using it. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let made = formats.get(key);
	if (!made) {
		made = new Intl.DateTimeFormat(locale, options);
		formats.set(key, made);
	}
	return made;
}

/** A moment as the date line of a page: "Monday, 31 March 2025" for `en-GB`. */
export function formatFullDate(moment: Date, style: DateStyle): string {
	const parts = format(style.locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: style.timeZone,
	}).formatToParts(moment);
	// Releases of ICU differ in whether English puts a comma behind the weekday; a page does not.
	const english = /^en\b/i.test(style.locale);
	return parts
		.map((part, index) =>
			english && part.type === 'literal' && part.value === ' ' && parts[index - 1]?.type === 'weekday'
				? ', '
				: part.value,
		)
		.join('');
}

/** A day (`YYYY-MM-DD`) without its weekday: "31 March 2025". It is the same day in every zone. */
export function formatDay(day: string, locale: string): string {
	const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return format(locale, options).format(new Date(`${day}T12:00:00Z`));
}

/** A day (`YYYY-MM-DD`) in short: "31 Mar 2025". */
export function formatShortDay(day: string, locale: string): string {
	return format(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A moment with its time and zone: "1 April 2025, 06:00 CEST". */
export function formatMoment(moment: Date, style: DateStyle): string {
	const zone = { timeZone: style.timeZone } as const;
	const day = format(style.locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone }).format(moment);
	const time = format(style.locale, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...zone }).format(
		moment,
	);
	return `${day}, ${time}`;
}

/** The day of a moment in a zone, as `YYYY-MM-DD`. */
export function dayIn(moment: Date, timeZone: string): string {
	return format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** How many days of a zone lie between two moments: 0 within one day, 1 for yesterday. */
export function daysBetween(moment: Date, now: Date, timeZone: string): number {
	return Math.round((Date.parse(dayIn(now, timeZone)) - Date.parse(dayIn(moment, timeZone))) / 86_400_000);
}

/** A day with the year only where it is not this one: "28 March", "12 March 2024". */
export function formatNearDay(moment: Date, { locale, timeZone }: DateStyle, now: Date, weekday = false): string {
	const isThisYear = dayIn(moment, timeZone).slice(0, 4) === dayIn(now, timeZone).slice(0, 4);
	return format(locale, {
		timeZone,
		day: 'numeric',
		month: 'long',
		...(isThisYear ? {} : { year: 'numeric' }),
		...(weekday && isThisYear ? { weekday: 'long' } : {}),
	}).format(moment);
}

/** The name of a moment's day: "Saturday". */
export function formatWeekday(moment: Date, { locale, timeZone }: DateStyle): string {
	return format(locale, { timeZone, weekday: 'long' }).format(moment);
}

/** A time of the day: "06:00". */
export function formatTime(moment: Date, { locale, timeZone }: DateStyle): string {
	return format(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** A zone by its city: "Brussels" for `Europe/Brussels`. */
export function zoneName(timeZone: string): string {
	return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
