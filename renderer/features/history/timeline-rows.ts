import type { PastRevision } from '#shared/contract/history.ts';

/** What the timeline shows below each other: a day, or one of its revisions. */
export type TimelineRow =
	| { readonly kind: 'day'; readonly day: string }
	| { readonly kind: 'revision'; readonly revision: PastRevision; readonly time: string };

/** How the newsroom writes its days and clocks. */
export interface Clock {
	readonly locale: string;
	readonly timeZone: string;
}

/** Revisions, newest first, under the days of the newsroom's zone: "Today", "Yesterday", "Saturday, 28 March". */
export function timelineRows(revisions: readonly PastRevision[], now: Date, clock: Clock): TimelineRow[] {
	const { locale, timeZone } = clock;
	const key = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
	const clockFace = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
	const today = key.format(now);
	const rows: TimelineRow[] = [];
	let last = '';
	for (const revision of revisions) {
		const at = new Date(revision.at);
		const day = key.format(at);
		if (day !== last) rows.push({ kind: 'day', day: dayWords(at, day, today, clock) });
		last = day;
		rows.push({ kind: 'revision', revision, time: clockFace.format(at) });
	}
	return rows;
}

/** A moment in one line, as the timeline's day and clock say it: "Yesterday, 14:03". */
export function momentWords(moment: string, now: Date, clock: Clock): string {
	const { locale, timeZone } = clock;
	const at = new Date(moment);
	const key = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
	const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
	return `${dayWords(at, key.format(at), key.format(now), clock)}, ${time}`;
}

function dayWords(at: Date, day: string, today: string, { locale, timeZone }: Clock): string {
	const daysAgo = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
	if (daysAgo === 0) return 'Today';
	if (daysAgo === 1) return 'Yesterday';
	const sameYear = day.slice(0, 4) === today.slice(0, 4);
	return new Intl.DateTimeFormat(locale, {
		timeZone,
		day: 'numeric',
		month: 'long',
		...(sameYear ? { weekday: 'long' as const } : { year: 'numeric' as const }),
	}).format(at);
}
