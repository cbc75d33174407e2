import { expect, test } from 'vitest';
import type { PaletteEntry } from './palette-entry.ts';
import { type RankedGroup, rankEntries } from './rank-entries.ts';

const entry = (kind: PaletteEntry['kind'], label: string, part: Partial<PaletteEntry> = {}): PaletteEntry => ({
	kind,
	id: label.toLowerCase(),
	label,
	keywords: [],
	mark: null,
	...part,
});
const entries = [
	entry('story', 'The harbour budget'),
	entry('command', 'Export', { keywords: ['site'] }),
	entry('command', 'Bold', { disabledReason: 'No story is open.' }),
	entry('command', 'Block handle'),
	entry('category', 'Business'),
	entry('person', 'Anna Borg'),
];
const shown = (groups: readonly RankedGroup[]) =>
	groups.map(({ heading, entries: each }) => [heading, ...each.map(({ entry: { label } }) => label)]);

test('without words, what was used lately comes first, then everything once', () => {
	expect(shown(rankEntries(entries, ' ', ['category business', 'story gone', 'command export']))).toEqual([
		['Used lately', 'Business', 'Export'],
		['Latest stories', 'The harbour budget'],
		['Commands', 'Block handle', 'Bold'],
		['People', 'Anna Borg'],
	]);
});

test('with words, the kind with the best comes first, and what cannot be done last', () => {
	expect(shown(rankEntries(entries, 'b', []))).toEqual([
		['Categories', 'Business'],
		['Commands', 'Block handle', 'Bold'],
		['People', 'Anna Borg'],
		['Stories', 'The harbour budget'],
	]);
	expect(shown(rankEntries(entries, 'zzz', []))).toEqual([]);
});

test('what was used lately goes before what fits as well', () => {
	const two = [entry('command', 'Move up'), entry('command', 'Move in')];
	expect(shown(rankEntries(two, 'move', []))).toEqual([['Commands', 'Move up', 'Move in']]);
	expect(shown(rankEntries(two, 'move', ['command move in']))).toEqual([['Commands', 'Move in', 'Move up']]);
});

test('a command is found by its other words, and what the core found is kept', () => {
	const found = entry('story', 'Bells at dawn', { found: [{ text: 'a site', isMatch: true }] });
	expect(shown(rankEntries([...entries, found], 'site', []))).toEqual([
		['Commands', 'Export'],
		['Stories', 'Bells at dawn'],
	]);
});
