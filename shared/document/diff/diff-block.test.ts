import { expect, test } from 'vitest';
import type { Block } from '../../model/block.ts';
import { diffBlock } from './diff-block.ts';

const list = (ordered: boolean): Block => ({
	id: 'b1',
	type: 'list',
	start: 1,
	ordered: false,
	items: [
		{ html: 'Ferries', children: { ordered, items: [{ html: 'Two boats', children: null }] } },
		{ html: 'Trains', children: null },
	],
});

test('a nested list that becomes a numbered one has changed, though its words have not', () => {
	expect(diffBlock(list(false), list(false))).toEqual([]);
	const [part, ...more] = diffBlock(list(false), list(true));
	expect(more).toEqual([]);
	expect(part).toMatchObject({
		kind: 'entries',
		part: 'items',
		entries: [
			{ kind: 'same', depth: 0, ordered: null, texts: ['Ferries'] },
			{ kind: 'changed', depth: 1, orderedBefore: false, ordered: true },
			{ kind: 'same', depth: 0, texts: ['Trains'] },
		],
	});
});

test('the kind of the outer list is told once, as a value of its block', () => {
	const before: Block = {
		id: 'b1',
		type: 'list',
		ordered: false,
		start: 1,
		items: [{ html: 'Ferries', children: null }],
	};
	const parts = diffBlock(before, { ...before, ordered: true });
	const words = { before: 'Bulleted', after: 'Numbered' };
	expect(parts).toEqual([{ kind: 'value', part: 'ordered', label: 'Kind of list', before: false, after: true, words }]);
});
