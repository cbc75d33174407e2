import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { storyExtensions } from '../extensions/story-extensions.ts';
import { type TurnTarget, turnedInto } from './turn-into.ts';

const schema = getSchema(storyExtensions({ mediaUrl: (path) => path }));
const text = (words: string) => [{ type: 'text', text: words }];
const block = (json: object) => schema.nodeFromJSON(json);
const told = (blocks: readonly Node[] | null) => blocks?.map((one) => `${one.type.name}: ${one.textContent}`) ?? null;

const paragraph = block({ type: 'paragraph', attrs: { id: 'b1' }, content: text('One') });
const quote = block({
	type: 'quote',
	attrs: { id: 'b2' },
	content: [
		{ type: 'quoteText', content: text('We saw it') },
		{ type: 'attribution', content: text('Ana') },
	],
});
const item = (words: string) => ({ type: 'listItem', content: [{ type: 'paragraph', content: text(words) }] });
const list = block({ type: 'bulletList', attrs: { id: 'b3' }, content: [item('One'), item('Two')] });
const picture = { media: 'media/2025/03/a.png', alt: 'A', caption: 'B', credit: 'C' };
const gallery = block({
	type: 'gallery',
	attrs: { id: 'b4', images: [picture, picture], caption: 'Both', size: 'wide' },
});
const embed = block({ type: 'embed', attrs: { id: 'b5', url: 'https://example.org/a', title: 'A page', caption: '' } });

test('a block becomes another with all of its words, and keeps its id', () => {
	expect(told(turnedInto(paragraph, 'orderedList'))).toEqual(['orderedList: One']);
	expect(told(turnedInto(quote, 'paragraph'))).toEqual(['paragraph: We saw it', 'paragraph: Ana']);
	expect(told(turnedInto(quote, 'subhead'))).toEqual(['subhead: We saw it', 'paragraph: Ana']);
	expect(told(turnedInto(quote, 'pullquote'))).toEqual(['pullquote: We saw itAna']);
	expect(told(turnedInto(list, 'paragraph'))).toEqual(['paragraph: One', 'paragraph: Two']);
	expect(told(turnedInto(list, 'orderedList'))).toEqual(['orderedList: OneTwo']);
	expect(turnedInto(list, 'quote')?.[0]?.child(0).childCount).toBe(3);
	expect(told(turnedInto(embed, 'paragraph'))).toEqual(['paragraph: A page']);
	for (const [from, target] of [
		[paragraph, 'quote'],
		[quote, 'bulletList'],
		[list, 'subhead'],
		[gallery, 'image'],
		[embed, 'paragraph'],
	] as const)
		expect(turnedInto(from, target)?.[0]?.attrs.id).toBe(from.attrs.id);
});

test('pictures become a gallery and a gallery its pictures', () => {
	const images = turnedInto(gallery, 'image');
	expect(images?.map((one) => one.type.name)).toEqual(['image', 'image', 'paragraph']);
	expect(images?.[0]?.attrs).toMatchObject({ ...picture, size: 'wide' });
	expect(turnedInto(images?.[0] ?? gallery, 'gallery')?.[0]?.attrs.images).toEqual([picture]);
});

test('a block does not become what would lose what it holds', () => {
	const divider = block({ type: 'divider' });
	const targets: readonly TurnTarget[] = ['paragraph', 'quote', 'bulletList', 'image', 'gallery'];
	for (const target of targets) expect(turnedInto(divider, target)).toBeNull();
	for (const target of ['paragraph', 'quote', 'bulletList'] as const) expect(turnedInto(gallery, target)).toBeNull();
	expect(turnedInto(paragraph, 'paragraph')).toBeNull();
	expect(turnedInto(paragraph, 'image')).toBeNull();
});
