import type { Article } from './article.ts';
import type { Status } from './status.ts';

/** What keeps a story from its readers for a time. */
export type Withheld =
	/** `until` is a moment, ISO 8601; null until somebody lifts it. */
	| { readonly kind: 'embargo'; readonly until: string | null; readonly reason: string }
	| { readonly kind: 'schedule'; readonly until: string };

/** What decides it. */
export interface Withholding {
	readonly status: Status;
	readonly embargo: string | null;
	readonly untilLifted: boolean;
	readonly reason: string;
	readonly scheduled: string | null;
}

/** What a story says of it. */
export function withholdingOf({ status, dates, embargo }: Pick<Article, 'status' | 'dates' | 'embargo'>): Withholding {
	return { status, embargo: dates.embargo, scheduled: dates.scheduled, ...embargo };
}

/** What keeps a story from its readers at this moment, and the longest; null when nothing does. */
export function withheldAt(story: Withholding, now: Date): Withheld | null {
	const { status, embargo, untilLifted, reason, scheduled } = story;
	if (untilLifted) return { kind: 'embargo', until: null, reason };
	const isAhead = (moment: string | null): moment is string => moment !== null && Date.parse(moment) > now.getTime();
	// What was published once is out, whatever it was scheduled for.
	const waits = status !== 'published' && isAhead(scheduled);
	if (isAhead(embargo) && !(waits && Date.parse(scheduled) > Date.parse(embargo)))
		return { kind: 'embargo', until: embargo, reason };
	return waits ? { kind: 'schedule', until: scheduled } : null;
}
