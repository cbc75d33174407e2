import { Mark } from '@tiptap/core';

/** Lowered text. */
export const Sub = Mark.create({
	name: 'sub',
	parseHTML: () => [{ tag: 'sub' }],
	renderHTML: () => ['sub', 0],
});
