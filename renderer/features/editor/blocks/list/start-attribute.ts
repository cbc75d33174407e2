import type { Attributes } from '@tiptap/core';

/** The number of a list's first item. A bulleted list keeps it too, so that nothing is lost when its kind is changed back. */
export const startAttribute: Attributes = {
	start: {
		default: 1,
		parseHTML: (element: HTMLElement) => {
			const start = Number(element.getAttribute('start') ?? 1);
			return Number.isInteger(start) && start >= 0 && start <= 1_000_000 ? start : 1;
		},
		renderHTML: ({ start }) => (start === 1 ? {} : { start }),
	},
};
