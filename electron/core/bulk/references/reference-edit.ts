import type { CarriedReference, ReferenceChange } from '#shared/contract/references.ts';
import { mergeByline, mergeSet } from '#shared/document/merge/field-merges.ts';
import type { Article, BylineEntry } from '#shared/model/article.ts';
import { foldName } from '#shared/text/search-text.ts';
import type { EditOf } from '../../articles/change-both.ts';

/** What a story carries that a change is about; null when it touches no story. */
export function carriedBy(change: ReferenceChange): CarriedReference | null {
	switch (change.kind) {
		case 'rename-category':
			return change.slug === change.to ? null : { of: 'category', slug: change.slug };
		case 'merge-category':
		case 'remove-category':
			return { of: 'category', slug: change.slug };
		case 'rename-tag':
		case 'remove-tag':
			return { of: 'tag', tag: change.tag };
		case 'rename-author':
			return { of: 'author', name: change.name };
	}
}

/** Whether a story carries it. */
export function carries(article: CarriedLists, carried: CarriedReference): boolean {
	switch (carried.of) {
		case 'category':
			return article.categories.includes(carried.slug);
		case 'tag':
			return article.tags.some((tag) => foldName(tag) === foldName(carried.tag));
		case 'author':
			return article.byline.some(({ name }) => foldName(name) === foldName(carried.name));
	}
}

/** A story as a change makes it; one that does not carry the name stays as it is. */
export function changedStory(article: Article, change: ReferenceChange): Article {
	switch (change.kind) {
		case 'rename-category':
			return withCategory(article, change.slug, change.to);
		case 'merge-category':
			return withCategory(article, change.slug, change.into);
		case 'remove-category': {
			const categories = article.categories.filter((slug) => slug !== change.slug);
			const isLeftWithout = categories.length === 0 && article.categories.length > 0 && change.instead !== null;
			return { ...article, categories: isLeftWithout && change.instead !== null ? [change.instead] : categories };
		}
		case 'rename-tag':
			return withTag(article, change.tag, change.to);
		case 'remove-tag':
			return withTag(article, change.tag, null);
		case 'rename-author':
			return withAuthor(article, change);
	}
}

function withCategory(article: Article, slug: string, to: string): Article {
	const categories = article.categories.map((other) => (other === slug ? to : other));
	return { ...article, categories: [...new Set(categories)] };
}

function withTag(article: Article, tag: string, to: string | null): Article {
	const from = foldName(tag);
	if (!article.tags.some((other) => foldName(other) === from)) return article;
	const wanted = to === null ? null : foldName(to);
	const tags: string[] = [];
	for (const other of article.tags) {
		const folded = foldName(other);
		if (folded !== from && folded !== wanted) tags.push(other);
		else if (to !== null && !tags.includes(to)) tags.push(to);
	}
	return { ...article, tags };
}

/** A story in whose byline nobody has the one name any more; somebody who is named there already is named once. */
function withAuthor(
	article: Article,
	{ name, to, person }: Extract<ReferenceChange, { kind: 'rename-author' }>,
): Article {
	const [from, wanted] = [foldName(name), foldName(to)];
	if (!article.byline.some((entry) => foldName(entry.name) === from)) return article;
	const byline: BylineEntry[] = [];
	for (const entry of article.byline) {
		const folded = foldName(entry.name);
		if (folded !== from && folded !== wanted) byline.push(entry);
		else if (!byline.some(({ name: known }) => known === to)) byline.push({ ...entry, name: to, person });
	}
	return { ...article, byline };
}

/** The lists of a story that such a change concerns. */
export type CarriedLists = Readonly<Pick<Article, 'categories' | 'tags' | 'byline'>>;

/** The lists of a story and of what readers have of it, before and after a change. */
export interface ListsChange {
	readonly was: { readonly file: CarriedLists; readonly live: CarriedLists | null };
	readonly is: { readonly file: CarriedLists; readonly live: CarriedLists | null };
}

/** Takes a change of the lists back in a story that was edited since: what else was changed in them stays. */
export function takenBack({ was, is }: ListsChange): EditOf {
	return (article, which) => {
		const [before, after] = which === 'live' ? [was.live ?? was.file, is.live ?? is.file] : [was.file, is.file];
		const merged = (base: readonly string[], mine: readonly string[], theirs: readonly string[]) =>
			mergeSet({ base: [...base], mine: [...mine], theirs: [...theirs] }).mine;
		return {
			...article,
			categories: merged(after.categories, article.categories, before.categories),
			tags: merged(after.tags, article.tags, before.tags),
			byline: mergeByline({ base: after.byline, mine: article.byline, theirs: before.byline }).mine,
		};
	};
}
