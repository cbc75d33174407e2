import { z } from 'zod';
import type { ArticleId } from '../model/article.ts';
import { Category, Slug } from '../model/category.ts';
import type { Status } from '../model/status.ts';
import { Line } from '../model/text.ts';
import { answers, command, query } from './define.ts';

/** A tag as stories carry it; those that differ only by case and accents are one. */
const Tag = Line.max(200).refine((tag) => tag.trim() !== '', { error: 'must not be empty' });

/** A name in a byline; those that differ only by case and accents are one. */
const AuthorName = Line.max(400).refine((name) => name.trim() !== '', { error: 'must not be empty' });

/** One change of a category, a tag or an author, in the newsroom and in every story that carries it. */
export const ReferenceChange = z.discriminatedUnion('kind', [
	/** With the slug that it has, only its name changes, and no story does. */
	z.strictObject({ kind: z.literal('rename-category'), slug: Slug, to: Slug, label: Category.shape.label }),
	/** Its stories, and the categories below it, go to another one. */
	z.strictObject({ kind: z.literal('merge-category'), slug: Slug, into: Slug }),
	/** `instead` is given to stories that have no other category; null leaves them without. */
	z.strictObject({ kind: z.literal('remove-category'), slug: Slug, instead: Slug.nullable() }),
	/** A tag that stories carry already becomes one with it. */
	z.strictObject({ kind: z.literal('rename-tag'), tag: Tag, to: Tag }),
	z.strictObject({ kind: z.literal('remove-tag'), tag: Tag }),
	/** Bylines name somebody otherwise; `person` is who of the newsroom's people that is, null for anybody else. */
	z.strictObject({ kind: z.literal('rename-author'), name: AuthorName, to: AuthorName, person: Slug.nullable() }),
]);
export type ReferenceChange = z.output<typeof ReferenceChange>;

/** What stories carry: a category, by its slug alone and not those below it, or a tag or an author in all ways of writing it. */
export const CarriedReference = z.discriminatedUnion('of', [
	z.strictObject({ of: z.literal('category'), slug: Slug }),
	z.strictObject({ of: z.literal('tag'), tag: Tag }),
	z.strictObject({ of: z.literal('author'), name: AuthorName }),
]);
export type CarriedReference = z.output<typeof CarriedReference>;

/** The stories that a change of a category or a tag touches. */
export interface TouchedStories {
	readonly count: number;
	/** How many of them have no other category. */
	readonly alone: number;
	/** The first hundred, newest first, those in the trash last. `isLive` says that only what readers have of it carries the name. */
	readonly stories: readonly {
		readonly id: ArticleId;
		readonly headline: string;
		readonly status: Status;
		readonly isLive: boolean;
		readonly isTrashed: boolean;
	}[];
	/** Damaged files, which nobody can look into. */
	readonly damaged: number;
}

export const references = {
	/** The stories that carry a category or a tag, be it only in what readers have of them. Nothing is changed. */
	touched: query(z.strictObject({ carried: CarriedReference }), answers<TouchedStories>()),
	/**
	 * Changes the taxonomy and all stories that carry the name, what readers have of them included; none of it is an edit
	 * of a story. One act: cut off, it goes on when the newsroom is opened again, and `articles.undoChange` takes it back to
	 * the bytes of before, also after that. A category goes only once no story stands in it. Progress and end come as
	 * `jobs.changed`, with a `BulkReport`.
	 */
	change: command(z.strictObject({ change: ReferenceChange }), answers<{ readonly job: string }>()),
};
