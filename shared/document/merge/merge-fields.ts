import type { Article, ArticleDates, BylineEntry, Correction, Seo, StoryLink } from '../../model/article.ts';
import { isArticleLink } from '../../model/article.ts';
import type { CollisionPlace, MergedField } from './collision.ts';
import { mergePicture } from './merge-block.ts';
import { mergeKeyed } from './merge-keyed.ts';
import { mergeLine, mergeLines } from './merge-text.ts';
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

/** How each field of a story is merged. */
export const fieldMerges: {
	readonly [Name in MergedField]: (versions: Versions<Article[Name]>) => Outcome<Article[Name]>;
} = {
	slug: mergeValue,
	language: mergeValue,
	status: mergeValue,
	headline: mergeLine,
	standfirst: mergeLine,
	byline: mergeByline,
	dateline: (versions) => mergeRecord(versions, { place: mergeLine, date: mergeValue }),
	categories: mergeSet,
	tags: mergeSet,
	trending: mergeValue,
	leadImage: mergeNullable(mergePicture),
	related: mergeRelated,
	nextRead: mergeNullable(mergeLink),
	newsletter: mergeValue,
	comments: mergeValue,
	corrections: mergeCorrections,
	dates: mergeDates,
	seo: (versions: Versions<Seo>) =>
		mergeRecord(versions, { title: mergeLine, description: mergeLine, canonical: mergeValue }),
	notes: mergeLines,
};

/** The place that the desk shows for a field. */
export function placeOfField(field: MergedField): CollisionPlace {
	return field === 'related' ? { field, index: 0 } : { field };
}

function mergeSet(versions: Versions<string[]>): Outcome<string[]> {
	return mergeNamed(
		versions,
		(element) => element,
		({ mine }) => agreed(mine),
	);
}

function mergeByline(versions: Versions<BylineEntry[]>): Outcome<BylineEntry[]> {
	return mergeNamed(
		versions,
		(entry) => entry.name,
		(entry) => mergeRecord(entry, { name: mergeValue, role: mergeLine, url: mergeValue }),
	);
}

function mergeRelated(versions: Versions<StoryLink[]>): Outcome<StoryLink[]> {
	return mergeNamed(versions, linkIdentity, mergeLink);
}

function mergeCorrections(versions: Versions<Correction[]>): Outcome<Correction[]> {
	return mergeNamed(
		versions,
		(correction) => JSON.stringify([correction.date, correction.text]),
		(correction) => mergeRecord(correction, { date: mergeValue, text: mergeValue, block: mergeValue }),
	);
}

/** What makes two links the same link, whatever words are with it. */
export function linkIdentity(link: StoryLink): string {
	return isArticleLink(link) ? `article:${link.article}` : link.url;
}

function mergeLink(versions: Versions<StoryLink>): Outcome<StoryLink> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const { base, mine, theirs } = versions;
	if (isArticleLink(base) || isArticleLink(mine) || isArticleLink(theirs)) return collided(mine, theirs);
	// The title and excerpt belong to the page: of two pages only one can stand.
	if (mine.url !== base.url || theirs.url !== base.url) return collided(mine, theirs);
	return mergeRecord({ base, mine, theirs }, { url: mergeValue, title: mergeLine, excerpt: mergeLine });
}

/** `updated` is the newest and `created` stays; a date that the two sides set differently collides. */
function mergeDates(versions: Versions<ArticleDates>): Outcome<ArticleDates> {
	const newest = (dates: Versions<string>) =>
		oneSided(dates) ?? agreed(Date.parse(dates.theirs) > Date.parse(dates.mine) ? dates.theirs : dates.mine);
	return mergeRecord(versions, {
		created: (dates) => oneSided(dates) ?? agreed(dates.mine),
		updated: newest,
		published: mergeValue,
		scheduled: mergeValue,
		embargo: mergeValue,
	});
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
