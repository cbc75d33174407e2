import { expect, test } from 'vitest';
import { passagesOf } from './passages.ts';

test('blocks are offered by how they begin, without their marks', () => {
	expect(
		passagesOf([
			{ id: 'a', type: 'paragraph', html: 'The <em>company</em> said' },
			{ id: 'b', type: 'divider' },
			{ id: 'c', type: 'paragraph', html: '' },
			{ id: 'd', type: 'keyPoints' },
			{ id: 'e', type: 'paragraph', html: 'Night trains return to the Alps this winter, and they sell out in a day' },
		]),
	).toEqual([
		{ id: 'a', label: 'The company said' },
		{ id: 'd', label: 'Key points' },
		{ id: 'e', label: 'Night trains return to the Alps this winter…' },
	]);
});
