import type { CarriedReference, ReferenceChange, TouchedStories } from '#shared/contract/references.ts';
import type { Category } from '#shared/model/category.ts';

/** A change of a category that is asked for. */
export interface CategoryQuestion {
	readonly kind: 'rename' | 'merge' | 'remove';
	readonly category: Category;
}

/** A change of a category or a tag that is asked for, before it is decided. */
export type ReferenceQuestion = CategoryQuestion | { readonly kind: 'rename-tag' | 'remove-tag'; readonly tag: string };

/** What stories carry that it is about. */
export function carriedIn(question: ReferenceQuestion): CarriedReference {
	return 'tag' in question ? { of: 'tag', tag: question.tag } : { of: 'category', slug: question.category.slug };
}

/** What it is called in its title. */
export function questionTitle(question: ReferenceQuestion): string {
	switch (question.kind) {
		case 'rename':
			return `Rename “${question.category.label}”`;
		case 'merge':
			return `Merge “${question.category.label}” into another category`;
		case 'remove':
			return `Remove “${question.category.label}”`;
		case 'rename-tag':
			return `Rename the tag “${question.tag}”`;
		case 'remove-tag':
			return `Remove the tag “${question.tag}”`;
	}
}

/** What the button says that does it. */
export function actionWords(question: ReferenceQuestion, stories: number, locale: string): string {
	const verbs = { rename: 'Rename', merge: 'Merge', remove: 'Remove', 'rename-tag': 'Rename', 'remove-tag': 'Remove' };
	const verb = verbs[question.kind];
	if (stories === 0) return verb;
	const count = stories === 1 ? 'one story' : `${stories.toLocaleString(locale)} stories`;
	return `${verb} ${verb === 'Remove' ? 'from' : 'in'} ${count}`;
}

/** Which stories it changes, in a sentence or two. */
export function touchedWords({ count, damaged }: TouchedStories, locale: string): string {
	const stories =
		count === 0
			? 'No story carries it.'
			: count === 1
				? 'One story carries it and is changed.'
				: `${count.toLocaleString(locale)} stories carry it and are changed.`;
	const unknown =
		damaged === 0
			? ''
			: damaged === 1
				? ' One damaged file cannot be looked into.'
				: ` ${damaged} damaged files cannot be looked into.`;
	return stories + unknown;
}

/** An earlier change, as a line of its own. */
export function doneLine(change: ReferenceChange, categories: readonly Category[]): string {
	const label = (slug: string) => categories.find((category) => category.slug === slug)?.label ?? slug;
	switch (change.kind) {
		case 'rename-category':
			return change.slug === change.to
				? `Category “${change.slug}” called “${change.label}”`
				: `Category “${change.slug}” renamed to “${change.label}”`;
		case 'merge-category':
			return `Category “${change.slug}” merged into “${label(change.into)}”`;
		case 'remove-category':
			return `Category “${change.slug}” removed`;
		case 'rename-tag':
			return `Tag “${change.tag}” renamed to “${change.to}”`;
		case 'remove-tag':
			return `Tag “${change.tag}” removed`;
	}
}
