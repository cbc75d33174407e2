import type { ArticleIndex } from '../../articles/article-index.ts';
import type { IndexAnswers, IndexQuestion } from './story-index.ts';

/** Asks the index, wherever it is. */
export type Ask = <Name extends IndexQuestion>(
	name: Name,
	...given: Parameters<IndexAnswers[Name]>
) => Promise<ReturnType<IndexAnswers[Name]>>;

/** The questions of an index, each as it answers it. */
export function questionsOver(ask: Ask): Pick<ArticleIndex, IndexQuestion> {
	return {
		list: (query) => ask('list', query),
		total: (filter) => ask('total', filter),
		countQueues: () => ask('countQueues'),
		countCategories: () => ask('countCategories'),
		facets: (of, begins, limit) => ask('facets', of, begins, limit),
		search: (text, limit, exclude) => ask('search', text, limit, exclude),
		linked: (ids) => ask('linked', ids),
		linkingTo: (ids) => ask('linkingTo', ids),
		carrying: (carried) => ask('carrying', carried),
		suggest: (asked) => ask('suggest', asked),
		pictures: (text, offset, limit) => ask('pictures', text, offset, limit),
		shownPictures: (media) => ask('shownPictures', media),
		pictureUses: (media, limit) => ask('pictureUses', media, limit),
		trending: () => ask('trending'),
		noted: () => ask('noted'),
		select: (selection) => ask('select', selection),
		locate: (id) => ask('locate', id),
		unreadSlugs: (beginning) => ask('unreadSlugs', beginning),
		sweep: (folders) => ask('sweep', folders),
		outdated: () => ask('outdated'),
	};
}
