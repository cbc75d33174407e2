/** A day as the newsroom writes it, with the year only where it is not this one: "28 March". */
export function formatDay(moment: string, locale: string, timeZone: string, now: Date): string {
	const date = new Date(moment);
	if (Number.isNaN(date.getTime())) return moment;
	const year = (day: Date) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(day);
	return new Intl.DateTimeFormat(locale, {
		day: 'numeric',
		month: 'long',
		timeZone,
		...(year(date) === year(now) ? {} : { year: 'numeric' }),
	}).format(date);
}

/** A moment as the newsroom writes it: "1 April, 06:00". */
export function formatMoment(moment: string, locale: string, timeZone: string, now: Date): string {
	const date = new Date(moment);
	if (Number.isNaN(date.getTime())) return moment;
	const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(date);
	return `${formatDay(moment, locale, timeZone, now)}, ${time}`;
}
