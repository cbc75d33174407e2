import { Node } from '@tiptap/core';
import { articleToDocument, emptyArticle } from '#shared/document/body/index.ts';

/** The document: headline, standfirst, then blocks. Every other field of the story is one of its attributes. */
export const StoryDocument = Node.create({
	name: 'doc',
	topNode: true,
	content: 'headline standfirst block+',
	addAttributes() {
		return Object.fromEntries(
			Object.entries(articleToDocument(emptyArticle()).attrs).map(([name, value]) => [
				name,
				{ default: value, rendered: false },
			]),
		);
	},
});
