import type { CarriedReference, ReferenceChange, TouchedStories } from '#shared/contract/references.ts';
import type { Category, Slug } from '#shared/model/category.ts';

/** A change of a category that is asked for. */
export interface CategoryQuestion {
	readonly kind: 'rename' | 'merge' | 'remove';
	readonly category: Category;
}

/** A change of a tag that is asked for. */
interface TagQuestion {
	readonly kind: 'rename-tag' | 'remove-tag';
	readonly tag: string;
}

/** Another name for somebody in all bylines that is asked for; `to` is what is offered. */
interface AuthorQuestion {
	readonly kind: 'rename-author';
	readonly name: string;
	readonly to: string;
	readonly person: Slug;
}

/** A change of a category, a tag or an author that is asked for, before it is decided. */
export type ReferenceQuestion = CategoryQuestion | TagQuestion | AuthorQuestion;

/** What stories carry that it is about. */
export function carriedIn(question: ReferenceQuestion): CarriedReference {
	if ('tag' in question) return { of: 'tag', tag: question.tag };
	return 'name' in question ? { of: 'author', name: question.name } : { of: 'category', slug: question.category.slug };
}

/** The name that it is about, as it is offered to be changed. */
export function nameIn(question: ReferenceQuestion): string {
	if ('tag' in question) return question.tag;
	return 'to' in question ? question.to : question.category.label;
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
		case 'rename-author':
			return `Change “${question.name}” in all bylines`;
	}
}

/** What the button says that does it. */
export function actionWords(question: ReferenceQuestion, stories: number, locale: string): string {
	const verbs = {
		rename: 'Rename',
		merge: 'Merge',
		remove: 'Remove',
		'rename-tag': 'Rename',
		'remove-tag': 'Remove',
		'rename-author': 'Change',
	};
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

/** The page of the settings on which a change is asked for. */
export type ReferencePage = 'categories' | 'tags' | 'people';

/** Where a change belongs. */
export function pageOf(change: ReferenceChange): ReferencePage {
	if ('tag' in change) return 'tags';
	return change.kind === 'rename-author' ? 'people' : 'categories';
}
