import { FailureError } from '#shared/failure.ts';
import type { Category } from '#shared/model/category.ts';
import type { ActNewsroom } from '../acts/run-act.ts';
import { touchedBy } from './touched-stories.ts';

/** Throws for a taxonomy that lacks a category in which stories stand; those have to be moved or taken out of it first. */
export async function refuseStranding(
	newsroom: Pick<ActNewsroom, 'articles'> & {
		readonly folder: () => { readonly categories: readonly Category[] };
		whole(): Promise<void>;
	},
	next: readonly Category[],
): Promise<void> {
	const kept = new Set(next.map(({ slug }) => slug));
	const gone = newsroom.folder().categories.filter(({ slug }) => !kept.has(slug));
	if (gone.length === 0) return;
	await newsroom.whole();
	for (const { slug, label } of gone) {
		const touched = await touchedBy(newsroom.articles, { of: 'category', slug });
		const { length } = touched;
		if (length === 0) continue;
		const inTrash = touched.every(({ isTrashed }) => isTrashed) ? ' in the trash' : '';
		const stories = `${length === 1 ? 'one story' : `${length} stories`}${inTrash} ${length === 1 ? 'stands' : 'stand'}`;
		throw new FailureError(
			'not-allowed',
			`The categories were not saved: ${stories} in “${label}”. Rename it, merge it into another one, or remove it, so that the stories follow.`,
			slug,
		);
	}
}
