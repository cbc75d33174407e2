import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readStartOptions } from './start-options.ts';

test('The newsroom and the user data folder are found among the arguments of Electron', () => {
	const argv = ['electron', '--no-sandbox', '--inspect=0', '.', '--newsroom', 'desk', '--user-data=/srv/data'];
	expect(readStartOptions(argv, '/home/editor')).toEqual({
		newsroom: resolve('/home/editor', 'desk'),
		userData: resolve('/srv/data'),
	});
});

test('Without them, or without their values, Galley chooses itself', () => {
	expect(readStartOptions(['galley'], '/')).toEqual({ newsroom: null, userData: null });
	expect(readStartOptions(['galley', '--newsroom', '--user-data'], '/')).toEqual({ newsroom: null, userData: null });
});
