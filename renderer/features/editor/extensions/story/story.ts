import { Node } from '@tiptap/core';
import type { StoryAttributes } from '#shared/document/body/index.ts';

/** The values that a story's attributes have where nobody set any. */
const emptyFields: StoryAttributes = {
	slug: 'story',
	language: 'en',
	status: 'draft',
	byline: [],
	dateline: { place: '', date: null },
	categories: [],
	tags: [],
	trending: false,
	leadImage: null,
	related: [],
	nextRead: null,
	newsletter: true,
	comments: 'open',
	corrections: [],
	dates: {
		created: '1970-01-01T00:00:00.000Z',
		updated: '1970-01-01T00:00:00.000Z',
		published: null,
		scheduled: null,
		embargo: null,
	},
	seo: { title: '', description: '', canonical: '' },
	notes: '',
	unplacedKeyPoints: [],
};

/** The document: headline, standfirst, then blocks. Every other field of the story is one of its attributes. */
export const StoryDocument = Node.create({
	name: 'doc',
	topNode: true,
	content: 'headline standfirst block+',
	addAttributes() {
		return Object.fromEntries(
			Object.entries(emptyFields).map(([name, value]) => [name, { default: value, rendered: false }]),
		);
	},
});
