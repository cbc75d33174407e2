/** The parts of the inspector that fold away. */
export type Fold = 'byline' | 'address' | 'seo' | 'corrections';

/** The fields of a story that the inspector holds, and the part that must be unfolded to reach each. */
export const inspectorFields: Readonly<Record<string, Fold | null>> = {
	categories: null,
	tags: null,
	related: null,
	nextRead: null,
	dates: null,
	leadImage: null,
	byline: 'byline',
	dateline: 'byline',
	slug: 'address',
	language: 'address',
	seo: 'seo',
	corrections: 'corrections',
};
