import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setStatus } from '../../features/workflow/set-status.ts';
import { beBusyWindow } from '../../session/testing/busy-window.ts';
import { StoryHost } from '../testing/story-host.ts';
import { openStory } from './open-story.ts';
import { Workspace } from './workspace.ts';

beforeEach(() => {
	beBusyWindow();
});
const workspaces: Workspace[] = [];
afterEach(() => {
	// Nothing of one test is noted while the next one runs.
	for (const workspace of workspaces.splice(0)) workspace.destroy();
	vi.unstubAllGlobals();
});

function desk(...headlines: string[]) {
	const storyHost = new StoryHost(...headlines);
	const workspace = new Workspace(storyHost.host, '/newsroom', storyHost.preferences, async () => openStory);
	workspaces.push(workspace);
	const ids = [...storyHost.stories.keys()];
	const tabs = () => workspace.getState().sessions.map((session) => session.getArticle().headline);
	const front = () => workspace.activeSession?.getArticle().headline ?? null;
	return { storyHost, workspace, ids, tabs, front };
}

test('a story that is open already comes to the front instead of opening twice', async () => {
	const { workspace, ids, tabs, front, storyHost } = desk('Budget', 'Harbour');
	await Promise.all([workspace.openStory(ids[0] ?? ''), workspace.openStory(ids[0] ?? '')]);
	await workspace.openStory(ids[1] ?? '');
	await workspace.openStory(ids[0] ?? '');
	expect(tabs()).toEqual(['Budget', 'Harbour']);
	expect(front()).toBe('Budget');
	expect(storyHost.asked.filter((name) => name === 'articles.get')).toHaveLength(2);
	expect(storyHost.preferences.lastStories).toEqual({ '/newsroom': ids[0] });
});

test('closing a story saves it first and goes to the one beside it', async () => {
	const { workspace, ids, front, storyHost } = desk('Budget', 'Harbour', 'Bells');
	for (const id of ids) await workspace.openStory(id);
	workspace.activeSession?.setField('trending', true);
	expect(workspace.hasUnsaved()).toBe(true);
	await workspace.closeStory(ids[2] ?? '');
	expect(storyHost.stories.get(ids[2] ?? '')?.trending).toBe(true);
	expect(front()).toBe('Harbour');
});

test('a story that cannot be saved stays open', async () => {
	const { workspace, ids, tabs, storyHost } = desk('Budget');
	await workspace.openStory(ids[0] ?? '');
	workspace.activeSession?.setField('trending', true);
	storyHost.failing = true;
	await workspace.closeStory(ids[0] ?? '');
	expect(tabs()).toEqual(['Budget']);
	expect(await workspace.flushAll()).toBe(false);
	storyHost.failing = false;
	expect(await workspace.flushAll()).toBe(true);
	expect(workspace.hasUnsaved()).toBe(false);
});

test('a trashed story leaves the desk with everything typed, and comes back from the trash', async () => {
	const { workspace, ids, tabs, storyHost } = desk('Budget', 'Harbour');
	const id = ids[0] ?? '';
	await workspace.openStory(id);
	workspace.activeSession?.setField('tags', ['money']);
	await workspace.trashStory(id, 'Budget');
	expect(tabs()).toEqual([]);
	expect(storyHost.trashed.get(id)?.tags).toEqual(['money']);
	await workspace.restoreStory(id, true);
	expect(tabs()).toEqual(['Budget']);
});

test('of stories that went to the trash, one with words that are in no file stays on the desk', async () => {
	const { workspace, ids, tabs, storyHost } = desk('Budget', 'Harbour', 'Bells');
	for (const id of ids) await workspace.openStory(id);
	const typed = workspace.session(ids[1] ?? '');
	for (const id of ids.slice(0, 2)) storyHost.stories.delete(id);
	typed?.setField('notes', 'Ask the port again.');
	await workspace.dropGone();
	expect(tabs()).toEqual(['Harbour', 'Bells']);
	expect(typed?.getField('notes')).toBe('Ask the port again.');
	// It has no file to be saved in, which keeps nobody from bringing the others back.
	expect(await workspace.saveFiles()).toBe(true);
	expect(await workspace.flushAll()).toBe(false);
});

test('a copy is made of the story as it now stands', async () => {
	const { workspace, ids, storyHost } = desk('Budget');
	const id = ids[0] ?? '';
	await workspace.openStory(id);
	workspace.activeSession?.setField('trending', true);
	await workspace.duplicateStory(id);
	expect(storyHost.asked.indexOf('articles.save')).toBeLessThan(storyHost.asked.indexOf('articles.duplicate'));
	expect(workspace.getState().sessions).toHaveLength(2);
});

test('the story that was open last is open again, unless it is gone', async () => {
	const { workspace, ids, front, storyHost } = desk('Budget');
	await workspace.openStory(ids[0] ?? '');
	const again = new Workspace(storyHost.host, '/newsroom', storyHost.preferences, async () => openStory);
	await again.restoreLast();
	expect(again.activeSession?.getArticle().headline).toBe(front());
	storyHost.stories.clear();
	const empty = new Workspace(storyHost.host, '/newsroom', storyHost.preferences, async () => openStory);
	await empty.restoreLast();
	expect(empty.activeSession).toBeNull();
});

test('a story gets its date when it is first published, and keeps it', async () => {
	const { workspace, ids } = desk('Budget');
	const session = await workspace.openStory(ids[0] ?? '');
	if (session === null) throw new Error('the story did not open');
	setStatus(session, 'published', new Date('2025-03-31T07:00:00.000Z'));
	setStatus(session, 'withdrawn', new Date('2025-04-01T07:00:00.000Z'));
	setStatus(session, 'published', new Date('2025-04-02T07:00:00.000Z'));
	expect(session.getField('status')).toBe('published');
	expect(session.getField('dates').published).toBe('2025-03-31T07:00:00.000Z');
});

test('a story chosen in the list takes the tab of the one before, until it is written in or chosen again', async () => {
	const { workspace, ids, tabs, front } = desk('Budget', 'Harbour', 'Bells', 'Storm');
	const [budget = '', harbour = '', bells = '', storm = ''] = ids;
	await workspace.lookAt(budget);
	await workspace.lookAt(harbour);
	expect(tabs()).toEqual(['Harbour']);
	expect(workspace.getState().passing).toBe(harbour);
	workspace.activeSession?.setField('trending', true);
	expect(workspace.getState().passing).toBeNull();
	await workspace.lookAt(bells);
	expect(tabs()).toEqual(['Harbour', 'Bells']);
	await workspace.lookAt(bells);
	await workspace.lookAt(storm);
	expect(tabs()).toEqual(['Harbour', 'Bells', 'Storm']);
	// Back to what stands in a tab already: nothing is closed.
	await workspace.lookAt(harbour);
	expect(tabs()).toEqual(['Harbour', 'Bells', 'Storm']);
	await workspace.lookAt(budget);
	expect(tabs()).toEqual(['Harbour', 'Bells', 'Budget']);
	expect(front()).toBe('Budget');
});

test('a story that is chosen twice before it is read stays in its tab', async () => {
	const { workspace, ids, tabs } = desk('Budget', 'Harbour');
	await Promise.all([workspace.lookAt(ids[0] ?? ''), workspace.lookAt(ids[0] ?? '')]);
	await workspace.lookAt(ids[1] ?? '');
	expect(tabs()).toEqual(['Budget', 'Harbour']);
});

test('a new story is made once, and is gone when it is left without a word', async () => {
	const { workspace, ids, tabs, storyHost } = desk('Budget');
	await Promise.all([workspace.newStory(), workspace.newStory()]);
	await workspace.newStory();
	expect(storyHost.asked.filter((name) => name === 'articles.create')).toHaveLength(1);
	expect(tabs()).toEqual(['']);
	await workspace.openStory(ids[0] ?? '');
	expect(tabs()).toEqual(['Budget']);
	expect(storyHost.stories.size).toBe(1);
	const begun = await workspace.newStory();
	begun?.setField('trending', true);
	await workspace.openStory(ids[0] ?? '');
	expect(tabs()).toEqual(['Budget', '']);
	expect(storyHost.stories.size).toBe(2);
	await workspace.newStory();
	await workspace.closeStory(workspace.getState().active ?? '');
	expect(storyHost.stories.size).toBe(2);
});

test('the tabs come back in their order, with the same one in front', async () => {
	const { workspace, ids, storyHost } = desk('Budget', 'Harbour', 'Bells');
	for (const id of ids) await workspace.openStory(id);
	await workspace.openStory(ids[1] ?? '');
	await workspace.closeStory(ids[0] ?? '');
	const again = new Workspace(storyHost.host, '/newsroom', storyHost.preferences, async () => openStory);
	workspaces.push(again);
	await again.restoreLast();
	expect(again.getState().sessions.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
	expect(again.getState().active).toBe(ids[1]);
});
