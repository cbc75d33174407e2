import { expect, test } from 'vitest';
import { allCommands } from '../../commands/all-commands.ts';
import { macTextKeys, textKeys } from '../../features/editor/extensions/keys/text-key-list.ts';
import { shortcutsOf } from '../../ui/command.ts';
import { showShortcut } from '../../ui/shortcut.ts';
import { shortcutGroups } from './shortcut-groups.ts';

for (const mac of [false, true]) {
	test(`the sheet shows every key of every command and of the text${mac ? ' on a Mac' : ''}`, () => {
		const rows = shortcutGroups(mac).flatMap((group) => group.rows);
		for (const command of allCommands) {
			const keys = shortcutsOf(command).map((one) => showShortcut(one, mac));
			if (keys.length === 0) continue;
			expect(rows.filter(({ does }) => does === command.label).map((row) => row.keys)).toContainEqual(keys);
		}
		const shown = new Set(rows.flatMap((row) => row.keys));
		for (const key of [...textKeys, ...(mac ? macTextKeys : [])].flatMap(({ keys }) => keys))
			expect([key, shown.has(showShortcut(key, mac))]).toEqual([key, true]);
	});
}

test('a heading stands once, and so does each row below it', () => {
	const groups = shortcutGroups(false);
	const headings = groups.map(({ heading }) => heading);
	expect(headings).toEqual([...new Set(headings)]);
	for (const { rows } of groups) {
		const names = rows.map(({ does, keys }) => `${does} ${keys.join()}`);
		expect(names).toEqual([...new Set(names)]);
		expect(names.length).toBeGreaterThan(0);
	}
});
