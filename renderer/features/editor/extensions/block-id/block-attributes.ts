import type { Attributes } from '@tiptap/core';

/** The id of a block or key point. What is pasted gets a new one, so none is read from HTML. */
export const idAttribute: Attributes = {
	id: {
		default: null,
		keepOnSplit: false,
		parseHTML: () => null,
		renderHTML: ({ id }) => (id === null ? {} : { 'data-block-id': id }),
	},
};
