import type { LinkingStory, LinkPlace } from '#shared/contract/articles.ts';
import type { Withdrawal } from '#shared/model/article.ts';
import { withdrawalKinds } from '#shared/model/withdrawal.ts';
import { type DateStyle, formatMoment } from '#shared/text/format-date.ts';

const placeWords: Readonly<Record<LinkPlace, string>> = { related: 'related post', nextRead: 'next read' };

/** What becomes of the links of a story to one that is withdrawn, as one sentence or two. */
export function linkingWords({ shown, places, status }: Pick<LinkingStory, 'shown' | 'places' | 'status'>): string {
	if (shown.length === 0) {
		const whose = status === 'published' ? 'In its changes that are not live, the' : 'Readers do not have it; its';
		return `${whose} ${both(places)} ${places.length === 1 ? 'leads' : 'lead'} nowhere until you choose another.`;
	}
	const leftOut = `Its ${both(shown)} ${shown.length === 1 ? 'is' : 'are'} left out; the rest of its page stays.`;
	return places.length === 0 ? `${leftOut} Its changes that are not live have no such link any more.` : leftOut;
}

function both(places: readonly LinkPlace[]): string {
	return places.map((place) => placeWords[place]).join(' and ');
}

/** When and why a story was withdrawn, for the line above it. */
export function withdrawnWords({ kind, date }: Withdrawal, clock: DateStyle): string {
	const when = `Withdrawn ${formatMoment(new Date(date), clock)}`;
	return kind === 'unstated' ? `${when}, without a reason.` : `${when}: ${withdrawalKinds[kind].label.toLowerCase()}.`;
}
