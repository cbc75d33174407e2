import type { Article } from '../model/article.ts';
import { isSameValue } from './diff/same-value.ts';

/** Whether a story in its file came from saving this text: they differ in nothing but what a save sets by itself. */
export function isSavedFrom(saved: Article, sent: Article): boolean {
	const { slug, formerSlugs, statusHistory } = saved;
	const { created, updated } = saved.dates;
	const published = sent.dates.published ?? saved.dates.published;
	return isSameValue(saved, {
		...sent,
		slug,
		formerSlugs,
		statusHistory,
		dates: { ...sent.dates, created, updated, published },
	});
}
