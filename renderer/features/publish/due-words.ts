import type { DueReport, DueStory } from '#shared/contract/publish.ts';
import { type DateStyle, formatMoment, formatTime } from '#shared/text/format-date.ts';

/** Later than this, in milliseconds, and it is said that a story was late. */
const late = 2 * 60_000;

/** What is said of stories whose time came, a sentence or two for each. */
export function dueWords({ published, failed, held }: DueReport, now: Date, clock: DateStyle): readonly string[] {
	return [
		...published.map((story) =>
			now.getTime() - Date.parse(story.scheduled) > late
				? `${nameOf(story)} was published only now; its time was ${formatMoment(new Date(story.scheduled), clock)}.`
				: `${nameOf(story)} was published at ${formatTime(now, clock)}, as scheduled.`,
		),
		...failed.map(
			(story) =>
				`${nameOf(story)} was due ${formatMoment(new Date(story.scheduled), clock)} and could not be published. ${story.reason}`,
		),
		...held.map(
			(story) =>
				`${nameOf(story)} was due ${formatMoment(new Date(story.scheduled), clock)} and waits. ${story.reason}`,
		),
	];
}

function nameOf({ headline }: DueStory): string {
	return headline.trim() === '' ? 'An untitled story' : `“${headline}”`;
}
