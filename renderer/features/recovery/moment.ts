/** How the newsroom writes its days and clocks. */
export interface Clock {
	readonly locale: string;
	readonly timeZone: string;
}

/** When something was by the newsroom's clock, with the day unless it is today. */
export function moment(at: string, { locale, timeZone }: Clock): string {
	const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
	const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
	const that = day.format(new Date(at));
	return that === day.format(new Date()) ? `today at ${time}` : `on ${that} at ${time}`;
}
