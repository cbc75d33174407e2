import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deskCommands, desktopMenus } from '#shared/commands/desk-commands.ts';
import { textCommands } from '../features/editor/commands/text-commands.ts';
import { beBusyWindow } from '../session/testing/busy-window.ts';
import { StoryHost } from '../shell/testing/story-host.ts';
import { openStory } from '../shell/workspace/open-story.ts';
import { Workspace } from '../shell/workspace/workspace.ts';
import { shortcutsOf } from '../ui/command.ts';
import { allCommands } from './all-commands.ts';
import { allDeskCommands } from './all-desk-commands.ts';

/** What browsers or the desktop's own menu entries keep for themselves. */
const taken = [
	...['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Q', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W'],
	...['Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V', 'Mod+A', 'Mod+0', 'Mod++', 'Mod+-', 'F11', 'Mod+Shift+I'],
];

let workspace: Workspace;
let ids: string[];
beforeEach(() => {
	beBusyWindow();
	const storyHost = new StoryHost('Budget', 'Harbour');
	ids = [...storyHost.stories.keys()];
	workspace = new Workspace(storyHost.host, '/newsroom', storyHost.preferences, async () => openStory);
});
afterEach(() => {
	workspace.destroy();
	vi.unstubAllGlobals();
});

const reasons = () =>
	Object.fromEntries(allCommands.map((command) => [command.id, command.disabledReason({ workspace })]));

test('every command has a name of its own, a label, other words and an icon', () => {
	const names = allCommands.map(({ id }) => id);
	expect(names).toEqual([...new Set(names)]);
	const labels = allCommands.map(({ label }) => label);
	expect(labels).toEqual([...new Set(labels)]);
	for (const { id, label, keywords, icon } of allCommands) {
		expect([id, label.trim(), keywords.length > 0, icon !== undefined]).toEqual([
			id,
			expect.stringMatching(/./),
			true,
			true,
		]);
	}
});

test('no two commands share keys unless one says where they are its own; none has those of the browser or the system', () => {
	const keysOf = (commands: readonly Parameters<typeof shortcutsOf>[0][]) => commands.flatMap(shortcutsOf);
	const keys = keysOf(allCommands);
	expect(keysOf(allDeskCommands)).toEqual([...new Set(keysOf(allDeskCommands))]);
	expect(keysOf(textCommands)).toEqual([...new Set(keysOf(textCommands))]);
	const ofDesk = new Set(keysOf(allDeskCommands));
	const shared = textCommands.filter((command) => shortcutsOf(command).some((one) => ofDesk.has(one)));
	expect(shared.map(({ id }) => id)).toEqual(['mark.link']);
	for (const { sharesKeys } of shared) expect(sharesKeys).toMatch(/./);
	expect(keys.filter((one) => taken.includes(one))).toEqual([]);
	// One way of writing them, so that equal keys are equal texts.
	for (const one of keys)
		expect(one).toMatch(/^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9.,/]|F\d+|Enter|Arrow(Up|Down|Left|Right))$/);
});

test('every command of the desk can be run, and stands once in the desktop’s menu', () => {
	const names = allDeskCommands.map(({ id }) => id).sort();
	expect(names).toEqual(Object.keys(deskCommands).sort());
	expect(Object.values(desktopMenus).flat(2).sort()).toEqual(names);
});

test('without a story, what needs one says so', () => {
	const now = reasons();
	for (const id of ['story.save', 'story.trash', 'story.close', 'preview.toggle', 'mark.bold', 'block.quote'])
		expect([id, now[id]]).toEqual([id, 'No story is open.']);
	expect(now['story.next']).toBe('No other story is open.');
	expect(now['story.new']).toBeNull();
});

test('with a draft in front, all of the desk but another story and its withdrawal can be had', async () => {
	await workspace.openStory(ids[0] ?? '');
	const refused = allDeskCommands.filter((command) => command.disabledReason({ workspace }) !== null);
	// Nothing draws the story here, so nothing can show the bar that finds.
	expect(refused.map(({ id }) => id)).toEqual(['story.withdraw', 'story.find', 'story.next', 'story.previous']);
});

test('in a newsroom that can only be read, what would write says why not', async () => {
	await workspace.openStory(ids[0] ?? '');
	workspace.change({ readOnly: 'A newer Galley wrote this newsroom.' });
	const now = reasons();
	for (const id of ['story.new', 'story.save', 'story.duplicate', 'story.trash'])
		expect([id, now[id]]).toEqual([id, 'A newer Galley wrote this newsroom.']);
	expect(now['export.open']).toBeNull();
	expect(now['story.close']).toBeNull();
});

test('a command chosen for a story of the list is for that one', async () => {
	await workspace.openStory(ids[0] ?? '');
	const trash = allDeskCommands.find(({ id }) => id === 'story.trash');
	const story = { id: ids[1] ?? '', headline: 'Harbour' };
	await trash?.run({ workspace, story });
	expect(workspace.activeSession?.id).toBe(ids[0]);
	const again = await workspace.host.articles.get({ id: story.id });
	expect(again.ok).toBe(false);
});
