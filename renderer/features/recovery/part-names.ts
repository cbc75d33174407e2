import type { FieldChange } from '#shared/document/diff/diff-fields.ts';
import type { BlockType } from '#shared/model/block.ts';

/** What the fields of a story are called in a comparison. */
export const fieldNames: Readonly<Record<FieldChange['field'], string>> = {
	id: 'Story id',
	slug: 'Slug',
	language: 'Language',
	status: 'Status',
	headline: 'Headline',
	standfirst: 'Standfirst',
	byline: 'Byline',
	'dateline.place': 'Dateline',
	'dateline.date': 'Dateline, day',
	categories: 'Categories',
	tags: 'Tags',
	trending: 'Trending',
	leadImage: 'Lead image',
	'leadImage.alt': 'Lead image, description',
	'leadImage.caption': 'Lead image, caption',
	'leadImage.credit': 'Lead image, credit',
	'leadImage.focus': 'Lead image, focus point',
	related: 'Related posts',
	nextRead: 'Next read',
	newsletter: 'Newsletter box',
	comments: 'Comments',
	corrections: 'Corrections',
	'dates.created': 'Made',
	'dates.updated': 'Saved',
	'dates.published': 'Published',
	'dates.scheduled': 'Scheduled for',
	'dates.embargo': 'Embargo until',
	'seo.title': 'Search title',
	'seo.description': 'Search description',
	'seo.canonical': 'Canonical address',
	notes: 'Notes',
};

/** What the blocks of a body are called. */
export const blockNames: Readonly<Record<BlockType, string>> = {
	paragraph: 'Paragraph',
	subhead: 'Subhead',
	keyPoints: 'Key points',
	quote: 'Quote',
	pullquote: 'Pull quote',
	list: 'List',
	image: 'Picture',
	gallery: 'Gallery',
	embed: 'Embed',
	table: 'Table',
	divider: 'Divider',
};
