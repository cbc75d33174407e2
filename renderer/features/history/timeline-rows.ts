import type { PastRevision } from '#shared/contract/history.ts';
import { type DateStyle, dayIn, daysBetween, formatNearDay, formatTime } from '#shared/text/format-date.ts';

/** What the timeline shows below each other: a day, or one of its revisions. */
export type TimelineRow =
	| { readonly kind: 'day'; readonly day: string }
	| { readonly kind: 'revision'; readonly revision: PastRevision; readonly time: string };

/** Revisions, newest first, under the days of the newsroom's zone: "Today", "Yesterday", "Saturday, 28 March". */
export function timelineRows(revisions: readonly PastRevision[], now: Date, clock: DateStyle): TimelineRow[] {
	const rows: TimelineRow[] = [];
	let last = '';
	for (const revision of revisions) {
		const at = new Date(revision.at);
		const day = dayIn(at, clock.timeZone);
		if (day !== last) rows.push({ kind: 'day', day: dayWords(at, now, clock) });
		last = day;
		rows.push({ kind: 'revision', revision, time: formatTime(at, clock) });
	}
	return rows;
}

/** A moment in one line, as the timeline's day and clock say it: "Yesterday, 14:03". */
export function momentWords(moment: string, now: Date, clock: DateStyle): string {
	const at = new Date(moment);
	return `${dayWords(at, now, clock)}, ${formatTime(at, clock)}`;
}

function dayWords(at: Date, now: Date, clock: DateStyle): string {
	const daysAgo = daysBetween(at, now, clock.timeZone);
	if (daysAgo === 0) return 'Today';
	if (daysAgo === 1) return 'Yesterday';
	return formatNearDay(at, clock, now, true);
}
