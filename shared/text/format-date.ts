/** How dates are written for a newsroom's readers. */
export interface DateStyle {
	/** A BCP 47 tag, such as `en-GB`. */
	readonly locale: string;
	/** A zone of the IANA database, such as `Europe/Brussels`. */
	readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

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

/** A moment with its time and zone: "1 April 2025, 06:00 CEST". */
export function formatMoment(moment: Date, style: DateStyle): string {
	const zone = { timeZone: style.timeZone } as const;
	const day = format(style.locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone }).format(moment);
	const time = format(style.locale, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...zone }).format(
		moment,
	);
	return `${day}, ${time}`;
}
