import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { defaultPreferences, filePreferences } from './preferences.ts';

test('preferences are kept in a file', async () => {
	const file = join(await tempFolder(), 'user', 'preferences.json');
	const store = filePreferences(file);
	expect(await store.read()).toEqual(defaultPreferences());
	const changed = { ...defaultPreferences(), theme: 'dark' as const, recent: [{ path: '/a', name: 'A' }] };
	await store.write(changed);
	expect(await filePreferences(file).read()).toEqual(changed);
});

test('a damaged file is kept beside the new one; a field that does not fit falls back alone', async () => {
	const file = join(await tempFolder(), 'preferences.json');
	await writeFile(file, '{ "theme": "dark"');
	expect(await filePreferences(file).read()).toEqual(defaultPreferences());
	expect(await readFile(`${file}.damaged`, 'utf8')).toBe('{ "theme": "dark"');
	await writeFile(file, '{ "theme": "pink", "preview": true }');
	expect(await filePreferences(file).read()).toEqual({ ...defaultPreferences(), preview: true });
});
