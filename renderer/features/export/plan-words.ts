import type { ExportPlan, PlannedStory } from '#shared/contract/export.ts';
import { withheldWords } from '#shared/document/withheld-words.ts';
import type { Withheld } from '#shared/model/withheld.ts';
import type { DateStyle } from '#shared/text/format-date.ts';
import type { ChipTone } from '../../ui/controls/chip.tsx';

type Outcome = PlannedStory['outcome'];

/** What an outcome is called, and how it looks. */
export const outcomeWords: Readonly<Record<Outcome, { readonly label: string; readonly tone: ChipTone }>> = {
	blocked: { label: 'Blocked', tone: 'mark' },
	new: { label: 'New', tone: 'green' },
	changed: { label: 'Changed', tone: 'accent' },
	embargoed: { label: 'Embargoed', tone: 'amber' },
	scheduled: { label: 'Scheduled', tone: 'amber' },
	unchanged: { label: 'Unchanged', tone: 'plain' },
};

const order: readonly Outcome[] = ['blocked', 'new', 'changed', 'embargoed', 'scheduled', 'unchanged'];

/** The stories of a plan, those that need the editor first. */
export function sortStories(stories: readonly PlannedStory[]): readonly PlannedStory[] {
	return [...stories].sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
}

/** "1 story", "12 stories". */
export function countStories(count: number, locale: string): string {
	return `${count.toLocaleString(locale)} ${count === 1 ? 'story' : 'stories'}`;
}

/** How many stories an export would write. */
export function writtenCount(plan: ExportPlan): number {
	return plan.stories.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length;
}

const aloneWords: Readonly<Record<Outcome, string>> = {
	blocked: 'This story has problems that block its export.',
	new: 'This story is new.',
	changed: 'This story changed since the last export.',
	embargoed: 'This story is under embargo, so it is not exported yet.',
	scheduled: 'This story waits for its time, so it is not exported yet.',
	unchanged: 'This story did not change since the last export.',
};

/** One or two sentences on what an export would do. */
export function planSummary(plan: ExportPlan, locale: string): string {
	const written = writtenCount(plan);
	const total = plan.stories.length;
	const nothing = 'Nothing is written until you choose Export.';
	if (total === 0) return 'No story is published yet, so there is nothing to export.';
	const first =
		written === 0
			? total === 1
				? aloneWords[plan.stories[0]?.outcome ?? 'unchanged']
				: 'No story changed since the last export.'
			: total === 1
				? aloneWords[plan.stories[0]?.outcome ?? 'new']
				: written === total
					? `All ${countStories(total, locale)} are new or changed since the last export.`
					: `${written.toLocaleString(locale)} of ${countStories(total, locale)} ${written === 1 ? 'is' : 'are'} new or changed since the last export.`;
	return `${first} ${nothing}`;
}

/** What keeps a story back for a time: "Under embargo until 1 April 2025, 06:00 CEST (court order)." */
export function withheldLine(withheld: Withheld, dateStyle: DateStyle): string {
	const words = withheldWords(withheld, dateStyle).replace(/^is /, '');
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
