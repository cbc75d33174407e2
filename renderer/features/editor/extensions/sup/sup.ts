import { Mark } from '@tiptap/core';

/** Raised text. */
export const Sup = Mark.create({
	name: 'sup',
	parseHTML: () => [{ tag: 'sup' }],
	renderHTML: () => ['sup', 0],
});
