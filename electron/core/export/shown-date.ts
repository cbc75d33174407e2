import type { PublishableArticle } from '#shared/model/publishable.ts';

/** The date that lists show of a story: when it was published, else scheduled, else last changed. */
export function shownDate({ dates }: Pick<PublishableArticle, 'dates'>): string {
	return dates.published ?? dates.scheduled ?? dates.updated;
}
