const formats = new Map<string, Intl.DateTimeFormat>();

/** When a day (`YYYY-MM-DD`) begins in a time zone, in milliseconds since 1970. */
export function beginOfDay(day: string, timeZone: string): number {
	const utc = Date.parse(`${day}T00:00:00Z`);
	// Twice, for the clocks may have been changed between the first guess and the day's true beginning.
	return utc - offsetAt(utc - offsetAt(utc, timeZone), timeZone);
}

/** When the day after begins. */
export function endOfDay(day: string, timeZone: string): number {
	const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000);
	return beginOfDay(next.toISOString().slice(0, 10), timeZone);
}

/** How far a zone's clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
	let format = formats.get(timeZone);
	if (format === undefined) {
		const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
		const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
		format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', ...digits, ...clock });
		formats.set(timeZone, format);
	}
	const parts = format.formatToParts(moment);
	const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
	const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
	return shown - moment;
}
