import type { Article } from '../model/article.ts';
import { mayFollow, Status, statusEntry } from '../model/status.ts';

/** Why a story may not get a status, in a sentence; null when it may, as far as that hangs on its way until now. */
export function statusRefusal({ status, dates }: Pick<Article, 'status' | 'dates'>, to: Status): string | null {
	if (to === status) return null;
	if (!mayFollow(status, to)) {
		const labels = Status.options
			.filter((one) => one !== status && mayFollow(status, one))
			.map((one) => `“${statusEntry(one).label}”`);
		return `It is ${statusEntry(status).phrase}, and next it can only be ${labels.join(' or ')}.`;
	}
	if (to === 'withdrawn' && dates.published === null) return 'Readers never had it; move it to the trash instead.';
	return null;
}
