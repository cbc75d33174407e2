import { expect, test } from 'vitest';
import { movePicture } from './move-picture.ts';

test('a picture is moved among the others, and never beyond them', () => {
	const pictures = ['harbour', 'ferry', 'quay'];
	expect(movePicture(pictures, 0, 2)).toEqual(['ferry', 'quay', 'harbour']);
	expect(movePicture(pictures, 2, 0)).toEqual(['quay', 'harbour', 'ferry']);
	expect(movePicture(pictures, 1, 0)).toEqual(['ferry', 'harbour', 'quay']);
	for (const [from, to] of [
		[0, -1],
		[2, 3],
		[1, 1],
		[5, 0],
	] as const)
		expect(movePicture(pictures, from, to)).toBe(pictures);
});
