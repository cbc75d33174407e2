import { expect, test } from 'vitest';
import { toBase64 } from './add-picture.ts';

test.each([0, 1, 2, 3, 70_000])('%i bytes come out as base64', (length) => {
	const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
	expect(Uint8Array.from(atob(toBase64(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes);
});
