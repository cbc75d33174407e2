import {
	type ArticleDates,
	type BylineEntry,
	type Correction,
	isArticleLink,
	mostStatusChanges,
	type StatusChange,
	type StoryLink,
	type Withdrawal,
} from '../../model/article.ts';
import { correctionIdentity, linkIdentity } from '../diff/compare-field.ts';
import { mergeKeyed } from './merge-keyed.ts';
import { mergeLine } from './merge-text.ts';
import {
	agreed,
	collided,
	mergeNullable,
	mergeRecord,
	mergeValue,
	type Outcome,
	oneSided,
	type Versions,
} from './outcome.ts';

/** Merges a list of words that are each there once. */
export function mergeSet(versions: Versions<string[]>): Outcome<string[]> {
	return mergeNamed(
		versions,
		(element) => element,
		({ mine }) => agreed(mine),
	);
}

/** Merges bylines by the names of their people. */
export function mergeByline(versions: Versions<BylineEntry[]>): Outcome<BylineEntry[]> {
	return mergeNamed(
		versions,
		(entry) => entry.name,
		(entry) => mergeRecord(entry, { name: mergeValue, role: mergeLine, url: mergeValue, person: mergeValue }),
	);
}

/** Merges lists of links by what they lead to. */
export function mergeRelated(versions: Versions<StoryLink[]>): Outcome<StoryLink[]> {
	return mergeNamed(versions, linkIdentity, mergeLink);
}

/** Merges corrections by their day and text. */
export function mergeCorrections(versions: Versions<Correction[]>): Outcome<Correction[]> {
	return mergeNamed(versions, correctionIdentity, (correction) =>
		mergeRecord(correction, {
			kind: mergeValue,
			date: mergeValue,
			text: mergeValue,
			block: mergeValue,
			priority: mergeValue,
		}),
	);
}

/** Merges the steps that both sides noted, by their time. */
export function mergeStatusHistory(versions: Versions<StatusChange[]>): Outcome<StatusChange[]> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const steps = new Map([...versions.theirs, ...versions.mine].map((step) => [`${step.date} ${step.status}`, step]));
	const sorted = [...steps.values()].sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
	return agreed(sorted.slice(-mostStatusChanges));
}

/** Merges the words of a link that both sides kept. */
export function mergeLink(versions: Versions<StoryLink>): Outcome<StoryLink> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const { base, mine, theirs } = versions;
	if (isArticleLink(base) || isArticleLink(mine) || isArticleLink(theirs)) return collided(mine, theirs);
	// The title and excerpt belong to the page: of two pages only one can stand.
	if (mine.url !== base.url || theirs.url !== base.url) return collided(mine, theirs);
	return mergeRecord({ base, mine, theirs }, { url: mergeValue, title: mergeLine, excerpt: mergeLine });
}

const newest = (dates: Versions<string>) =>
	oneSided(dates) ?? agreed(Date.parse(dates.theirs) > Date.parse(dates.mine) ? dates.theirs : dates.mine);

/** Merges what two sides say of the same withdrawal; its date is the later one. */
export function mergeWithdrawal(versions: Versions<Withdrawal>): Outcome<Withdrawal> {
	return mergeRecord(versions, {
		kind: mergeValue,
		note: mergeLine,
		replacedBy: mergeNullable(mergeLink),
		date: newest,
	});
}

/** `updated` is the newest and `created` stays; a date that the two sides set differently collides. */
export function mergeDates(versions: Versions<ArticleDates>): Outcome<ArticleDates> {
	return mergeRecord(versions, {
		created: (dates) => oneSided(dates) ?? agreed(dates.mine),
		updated: (dates) => oneSided(dates) ?? agreed(later(dates.mine, dates.theirs)),
		published: mergeValue,
		updateShown: (dates) => oneSided(dates) ?? agreed(later(dates.mine, dates.theirs)),
		scheduled: mergeValue,
		embargo: mergeValue,
	});
}

/** The later of two moments; null is before all. */
function later<Moment extends string | null>(one: Moment, other: Moment): Moment {
	if (one === null || other === null) return one ?? other;
	return Date.parse(other) > Date.parse(one) ? other : one;
}

/** Merges a list by the names of its items; where something collides, the other side's list is merged the other way round. */
function mergeNamed<T>(
	versions: Versions<T[]>,
	keyOf: (item: T) => string,
	mergeItem: (versions: Versions<T>) => Outcome<T>,
): Outcome<T[]> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const { items, collisions } = mergeKeyed<T>(versions, keyOf, mergeItem);
	if (collisions.length === 0) return agreed([...items]);
	const swapped = mergeKeyed<T>(
		{ base: versions.base, mine: versions.theirs, theirs: versions.mine },
		keyOf,
		mergeItem,
	);
	return { ...collided([...items], [...swapped.items]), both: [...items] };
}
