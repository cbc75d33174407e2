import { isDeepStrictEqual } from 'node:util';
import type { ManyChange } from '#shared/contract/changes.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import { revisionOf } from '../../json/parsed-file.ts';
import type { Act, ActEnd, TaxonomySteps } from '../acts/act.ts';
import { mergedTaxonomy, taxonomyAfter, withBoth } from './taxonomy-change.ts';
import { touchedBy } from './touched-stories.ts';

/** Whose taxonomy it is. */
export interface TaxonomyKeeper {
	changeCategories(
		change: (
			now: readonly Category[],
			bytes: Uint8Array,
		) => { readonly categories: readonly Category[]; readonly bytes?: Uint8Array } | null,
	): Promise<readonly Category[]>;
}

type TaxonomyAct = Pick<Act, 'change' | 'undoes'> & { readonly taxonomy: TaxonomySteps };

/** The way of the taxonomy through a change; null for one of tags or authors. */
export async function stepsTo(newsroom: TaxonomyKeeper, change: ReferenceChange): Promise<TaxonomySteps | null> {
	const { categories, bytes } = await readTaxonomy(newsroom);
	const after = taxonomyAfter(categories, change);
	if (after === null) return null;
	return {
		before: [...categories],
		during: [...withBoth(after, categories)],
		after: [...after],
		bytesBefore: Buffer.from(bytes).toString('base64'),
		bytesAfter: null,
	};
}

/** The way of the taxonomy back through an act; what others made of it since stays. */
export async function stepsBack(newsroom: TaxonomyKeeper, act: Act, end: ActEnd | null): Promise<TaxonomySteps | null> {
	const { taxonomy, change, id } = act;
	if (taxonomy === null) return null;
	const { categories, bytes } = await readTaxonomy(newsroom);
	const isAsLeft = revisionOf(bytes) === end?.taxonomy?.file;
	const reached = end?.taxonomy?.categories ?? taxonomy.during;
	const heir = heirIn({ change, undoes: id });
	const wanted = isAsLeft ? taxonomy.before : mergedTaxonomy(reached, categories, taxonomy.before, heir);
	return {
		before: [...categories],
		during: [...withBoth(wanted, categories)],
		after: [...wanted],
		bytesBefore: Buffer.from(bytes).toString('base64'),
		bytesAfter: isAsLeft ? taxonomy.bytesBefore : null,
	};
}

/** The taxonomy as it now is, and what its file holds. */
export async function taxonomyNow(newsroom: TaxonomyKeeper): Promise<NonNullable<ActEnd['taxonomy']>> {
	const { categories, bytes } = await readTaxonomy(newsroom);
	return { categories: [...categories], file: revisionOf(bytes) };
}

/** Lets the taxonomy know all that stories come to name by an act. */
export async function beginTaxonomy(newsroom: TaxonomyKeeper, act: TaxonomyAct): Promise<void> {
	const { before, during } = act.taxonomy;
	await newsroom.changeCategories((now) => ({ categories: mergedTaxonomy(before, now, during, heirIn(act)) }));
}

/** Takes from the taxonomy what goes by an act, once no story names it; answers what is to be said of what stays. */
export async function endTaxonomy(
	newsroom: TaxonomyKeeper & { readonly articles: ArticleStore },
	act: TaxonomyAct,
	failed: ReadonlySet<ArticleId>,
	isCancelled: boolean,
): Promise<{ readonly note?: string }> {
	const staying = await stillNamed(newsroom.articles, act.taxonomy, failed);
	if (isCancelled || staying.length > 0) return noteOf(act.taxonomy, staying);
	await newsroom.changeCategories((now) => {
		const { during, after, bytesAfter } = act.taxonomy;
		if (!isDeepStrictEqual(now, during)) return { categories: mergedTaxonomy(during, now, after, heirIn(act)) };
		return bytesAfter === null
			? { categories: after }
			: { categories: after, bytes: Buffer.from(bytesAfter, 'base64') };
	});
	return {};
}

/** Takes back what `beginTaxonomy` did, for an act that changed no story. */
export async function dropTaxonomy(
	newsroom: TaxonomyKeeper,
	{ before, during, bytesBefore }: TaxonomySteps,
): Promise<void> {
	await newsroom.changeCategories((now) =>
		isDeepStrictEqual(now, during) ? { categories: before, bytes: Buffer.from(bytesBefore, 'base64') } : null,
	);
}

async function readTaxonomy(newsroom: TaxonomyKeeper) {
	let file: Uint8Array = new Uint8Array(0);
	const categories = await newsroom.changeCategories((_, bytes) => {
		file = bytes;
		return null;
	});
	return { categories, bytes: file };
}

/** What goes from the taxonomy and is still named by a story; one that could not be changed may name each of them. */
async function stillNamed(
	articles: ArticleStore,
	{ during, after }: TaxonomySteps,
	failed: ReadonlySet<ArticleId>,
): Promise<Slug[]> {
	const staying = new Set(after.map(({ slug }) => slug));
	const going = during.map(({ slug }) => slug).filter((slug) => !staying.has(slug));
	if ([...failed].some((id) => articles.catalogue.get(id) !== null || articles.trashed.has(id))) return going;
	const named: Slug[] = [];
	for (const slug of going) if ((await touchedBy(articles, { of: 'category', slug })).length > 0) named.push(slug);
	return named;
}

function noteOf({ during }: TaxonomySteps, staying: readonly Slug[]): { note?: string } {
	const labels = staying.map((slug) => `“${during.find((category) => category.slug === slug)?.label ?? slug}”`);
	if (labels.length === 0) return {};
	return { note: `${labels.join(' and ')} stays in the list, as stories still stand in it.` };
}

/** What stands below a category that goes, when it was put there meanwhile, gets this one as its parent. */
function heirIn({ change, undoes }: { change: ManyChange; undoes: Act['undoes'] }): (gone: Slug) => Slug | null {
	return (gone) => {
		switch (change.kind) {
			case 'rename-category':
				return undoes === null ? change.to : change.slug;
			case 'merge-category':
				return gone === change.slug ? change.into : null;
			default:
				return null;
		}
	};
}
