import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StyleRule } from '#shared/model/house-style.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';

const rule = StyleRule.parse({ avoid: 'percent', use: 'per cent' });

test('words are added where the alphabet has them, also beside what another program wrote meanwhile', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.changeWords(['Rosenlund', 'Björk'], []);
	expect(await newsroom.text('words.txt')).toBe('Björk\nRosenlund\n');
	await newsroom.put('words.txt', '# Places\r\nBjörk\r\nRosenlund\r\nZorn\r\n');
	await newsroom.changeWords(['Lund'], ['Zorn']);
	expect(await newsroom.text('words.txt')).toBe('# Places\r\nBjörk\r\nLund\r\nRosenlund\r\n');
	expect(newsroom.folder().words).toEqual({ words: ['Björk', 'Lund', 'Rosenlund'], problem: null });
});

test('a word list that is no text keeps nobody out, says where it is damaged, and is never written over', async () => {
	const newsroom = await tempNewsroom();
	const file = join(newsroom.path, 'words.txt');
	const bytes = Buffer.from([0x4c, 0x0a, 0xff, 0xfe, 0x0a]);
	await writeFile(file, bytes);
	const again = await newsroom.reopen();
	expect(again.folder().words).toEqual({
		words: [],
		problem: expect.stringMatching(/^words\.txt is damaged on line 2\. .+ Mend it/),
	});
	await expect(again.changeWords(['Lund'], [])).rejects.toThrow(/words\.txt is damaged/);
	expect(await readFile(file)).toEqual(bytes);
});

test('one bad rule stops no other, is named, and stays in the file until it is dropped', async () => {
	const newsroom = await tempNewsroom();
	const bad = { avoid: 'foo', weight: 'deadly' };
	await newsroom.put('house-style.json', fileOf([bad, rule, 'nonsense']));
	const again = await newsroom.reopen();
	expect(again.folder().houseStyle).toEqual({
		rules: [rule],
		bad: [
			{ number: 1, reason: expect.stringContaining('weight') },
			{ number: 3, reason: expect.stringContaining('It is no rule') },
		],
		problem: null,
	});
	const other = { ...rule, avoid: 'utilise', use: 'use' };
	await again.saveHouseStyle([rule, other], false);
	expect(JSON.parse(await newsroom.text('house-style.json')).rules).toEqual([rule, other, bad, 'nonsense']);
	await again.saveHouseStyle([other], true);
	expect(JSON.parse(await newsroom.text('house-style.json')).rules).toEqual([other]);
	expect(again.folder().houseStyle.bad).toEqual([]);
});

test('a house style that is damaged as a whole keeps nobody out, and is never written over', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put('house-style.json', '{ "rules": [');
	const again = await newsroom.reopen();
	expect(again.folder().houseStyle).toMatchObject({ rules: [], problem: expect.stringMatching(/damaged on line 1/) });
	await expect(again.saveHouseStyle([rule], true)).rejects.toThrow(/house-style\.json is damaged/);
	expect(await newsroom.text('house-style.json')).toBe('{ "rules": [');
});

function fileOf(rules: readonly unknown[]): string {
	return `${JSON.stringify({ $schema: 'urn:galley:house-style:1', rules }, null, 2)}\n`;
}
