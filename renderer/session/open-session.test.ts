import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storyExtensions } from '../features/editor/extensions/story-extensions.ts';
import { openSession } from './open-session.ts';
import { beBusyWindow } from './testing/busy-window.ts';
import { endOfHeadline, OneStory, open, story, type } from './testing/one-story.ts';

beforeEach(() => {
	vi.useFakeTimers();
	beBusyWindow();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('a story that is only opened is not saved', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(newsroom.saves).toBe(0);
	expect(session.getArticle()).toEqual(story);
	expect(session.getSaveState()).toEqual({ kind: 'saved', at: null });
});

test('a story is saved exactly one second after the last change', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	type(session, ' a');
	await vi.advanceTimersByTimeAsync(600);
	type(session, 'b');
	expect(session.getSaveState().kind).toBe('dirty');
	await vi.advanceTimersByTimeAsync(999);
	expect(newsroom.saves).toBe(0);
	await vi.advanceTimersByTimeAsync(1);
	expect(newsroom.saves).toBe(1);
	expect(newsroom.file.headline).toBe('Harbour ab');
	expect(session.getSaveState().kind).toBe('saved');
	expect(session.getField('dates').updated).toBe(newsroom.file.dates.updated);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(newsroom.saves).toBe(1);
});

test('somebody who never pauses is saved within five seconds', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	for (let count = 0; count < 20; count += 1) {
		type(session, 'x');
		await vi.advanceTimersByTimeAsync(400);
	}
	expect(newsroom.saves).toBe(1);
	expect(newsroom.file.headline).toContain('xxxxxxxxxx');
});

test('what is typed while a save is under way is kept and saved next', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	newsroom.held = true;
	type(session, ' one');
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState().kind).toBe('saving');
	type(session, ' two');
	await vi.advanceTimersByTimeAsync(3000);
	expect(newsroom.saves).toBe(1);
	newsroom.release();
	await vi.advanceTimersByTimeAsync(1);
	expect(session.getSaveState().kind).toBe('dirty');
	await vi.advanceTimersByTimeAsync(1000);
	expect(newsroom.saves).toBe(2);
	expect(newsroom.file.headline).toBe('Harbour one two');
	expect(session.getSaveState().kind).toBe('saved');
});

test('flush saves at once and everything, also what is typed meanwhile', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	newsroom.held = true;
	type(session, ' one');
	const flushed = session.flush();
	await vi.advanceTimersByTimeAsync(10);
	type(session, ' two');
	newsroom.release();
	expect(await flushed).toBe(true);
	expect(newsroom.file.headline).toBe('Harbour one two');
});

test('one history undoes text and fields, and a save leaves nothing in it', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	type(session, ' opens');
	await vi.advanceTimersByTimeAsync(2000);
	session.setField('trending', true);
	await vi.advanceTimersByTimeAsync(2000);
	expect(newsroom.file.trending).toBe(true);
	session.editor.commands.undo();
	expect(session.getField('trending')).toBe(false);
	session.editor.commands.undo();
	expect(session.getArticle().headline).toBe('Harbour');
	expect(session.editor.can().undo()).toBe(false);
	session.editor.commands.redo();
	session.editor.commands.redo();
	expect(session.getArticle()).toMatchObject({ headline: 'Harbour opens', trending: true });
});

test('letters typed into one field are one step of the history', () => {
	const session = open(new OneStory(story));
	for (const notes of ['c', 'ca', 'cal', 'call']) session.setField('notes', notes);
	session.setField('tags', ['sea']);
	session.editor.commands.undo();
	expect(session.getArticle()).toMatchObject({ notes: 'call', tags: [] });
	session.editor.commands.undo();
	expect(session.getField('notes')).toBe('');
});

test('a failed save says why, is tried again every five seconds, and at the next change', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	newsroom.failing = true;
	type(session, '!');
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState()).toMatchObject({ kind: 'failed', failure: { message: 'The disk is full.' } });
	await vi.advanceTimersByTimeAsync(5000);
	expect(newsroom.saves).toBe(2);
	type(session, '!');
	await vi.advanceTimersByTimeAsync(1000);
	expect(newsroom.saves).toBe(3);
	newsroom.failing = false;
	await vi.advanceTimersByTimeAsync(5000);
	expect(session.getSaveState().kind).toBe('saved');
	expect(newsroom.file.headline).toBe('Harbour!!');
});

test('a story saved elsewhere is taken over with the cursor in place when nothing here is unsaved', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	const { editor } = session;
	const cursor = editor.state.doc.content.size - 4;
	editor.commands.setTextSelection(cursor);
	const before = editor.state.selection.$from.parent.textContent;
	newsroom.file = { ...story, headline: 'Harbour reopens', tags: ['sea'], body: story.body };
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(1);
	expect(session.getArticle()).toEqual(newsroom.file);
	expect(editor.state.selection.$from.parent.textContent).toBe(before);
	expect(editor.state.selection.from).toBe(cursor + ' reopens'.length);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(newsroom.saves).toBe(0);
});

test('what both sides changed is merged; what collides is a conflict, decided one way or the other', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	type(session, ' here');
	newsroom.file = { ...story, headline: 'Harbour there', tags: ['sea'] };
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState()).toMatchObject({ kind: 'conflict', collisions: [{ field: 'headline' }] });
	expect(session.getArticle()).toMatchObject({ headline: 'Harbour here', tags: ['sea'] });
	expect(newsroom.file.headline).toBe('Harbour there');
	await session.decide('theirs', null);
	expect(session.getArticle().headline).toBe('Harbour there');
	expect(session.getSaveState().kind).toBe('saved');
	session.editor.commands.undo();
	expect(session.getArticle().headline).toBe('Harbour here');
	await vi.advanceTimersByTimeAsync(1000);
	expect(newsroom.file.headline).toBe('Harbour here');

	newsroom.file = { ...newsroom.file, headline: 'Again' };
	type(session, ' too');
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState().kind).toBe('conflict');
	await session.decide('mine', ['field:headline']);
	expect(newsroom.file.headline).toBe('Harbour here too');
});

test('what is typed on while a collision waits goes with the own side', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	type(session, ' here');
	newsroom.file = { ...story, headline: 'Harbour there' };
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(1000);
	type(session, ' and now');
	await vi.advanceTimersByTimeAsync(6000);
	expect(newsroom.file.headline).toBe('Harbour there');
	await session.decide('both', null);
	expect(newsroom.file.headline).toContain('and now');
	expect(newsroom.file.headline).toContain('there');
	newsroom.file = { ...newsroom.file, headline: 'There again' };
	type(session, ' too');
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(10);
	type(session, ', once more');
	await session.decide('theirs', null);
	expect(newsroom.file.headline).toBe('There again');
	expect(session.getSaveState().kind).toBe('saved');
	session.editor.commands.undo();
	expect(session.getArticle().headline).toContain('once more');
});

test('a change of another paragraph is merged while somebody types, with the cursor in place, and saved by itself', async () => {
	const ferry = { id: 'b3', type: 'paragraph' as const, html: 'The ferry left.' };
	const newsroom = new OneStory({ ...story, body: [...story.body, ferry] });
	const session = open(newsroom);
	const { editor } = session;
	editor.commands.setTextSelection(editor.state.doc.content.size - 3);
	const { from } = editor.state.selection;
	editor.view.dispatch(editor.state.tr.insertText('XY'));
	const [first, ...rest] = newsroom.file.body;
	if (first?.type !== 'paragraph') throw new Error('the first block is a paragraph');
	newsroom.file = { ...newsroom.file, body: [{ ...first, html: `Long ago. ${first.html}` }, ...rest] };
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(1);
	expect(editor.state.selection.from).toBe(from + 2 + 'Long ago. '.length);
	expect(editor.state.selection.$from.parent.textContent).toContain('XY');
	await vi.advanceTimersByTimeAsync(1000);
	expect(newsroom.file.body).toEqual(session.getArticle().body);
	expect(JSON.stringify(newsroom.file.body)).toMatch(/Long ago.*XY/);
	editor.commands.undo();
	expect(JSON.stringify(session.getArticle().body)).toContain('Long ago');
	expect(JSON.stringify(session.getArticle().body)).not.toContain('XY');
});

test('a story whose file is gone is not written again', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	newsroom.gone = true;
	type(session, '?');
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState()).toEqual({ kind: 'gone', reason: 'The file is gone.' });
	await vi.advanceTimersByTimeAsync(60_000);
	expect(newsroom.saves).toBe(1);
	expect(await session.flush()).toBe(false);
	newsroom.gone = false;
	newsroom.tell();
	await vi.advanceTimersByTimeAsync(1001);
	expect(newsroom.file.headline).toBe('Harbour?');
});

test('a story that may only be read says why and takes no change', async () => {
	const newsroom = new OneStory(story);
	const session = openSession(
		newsroom.host,
		{ ...newsroom.opened(), readOnly: 'A newer Galley wrote it.' },
		storyExtensions,
	);
	session.setField('trending', true);
	expect(session.getField('trending')).toBe(false);
	expect(session.editor.isEditable).toBe(false);
	expect(session.getSaveState()).toEqual({ kind: 'readOnly', reason: 'A newer Galley wrote it.' });
});

test('blocks that did not change stay the same objects', () => {
	const session = open(new OneStory(story));
	const before = session.getArticle();
	expect(session.getArticle()).toBe(before);
	type(session, '!');
	const first = session.getArticle();
	type(session, '!');
	expect(session.getArticle().body[0]).toBe(first.body[0]);
	expect(session.getField('tags')).toBe(story.tags);
});

test('the first half of a split paragraph keeps its id, the second gets one of its own', () => {
	const session = open(new OneStory(story));
	const { editor } = session;
	editor.commands.setTextSelection(endOfHeadline('Harbour') + 3 + 5);
	editor.commands.splitBlock();
	const [one, two, box] = session.getArticle().body;
	expect(one?.id).toBe('b1');
	expect(two?.id).toMatch(/^b[0-9a-z]{8}$/);
	expect(box).toEqual({ id: 'b2', type: 'keyPoints' });
	editor.commands.undo();
	expect(session.getArticle()).toEqual(story);
});

test('a save that the editor asks for is told to be one, even when everything is saved', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	type(session, ' again');
	await session.flush();
	expect(await session.flush('explicit')).toBe(true);
	await session.flush();
	expect(newsroom.reasons).toEqual(['auto', 'explicit']);
	expect(session.getSaveState().kind).toBe('saved');
	session.destroy();
	await session.flush('explicit');
	expect(newsroom.saves).toBe(2);
});

test('a save that was asked for and failed is asked for again', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	newsroom.failing = true;
	await session.flush('explicit');
	expect(session.getSaveState().kind).toBe('failed');
	newsroom.failing = false;
	await session.flush();
	expect(newsroom.reasons).toEqual(['explicit', 'explicit']);
	expect(session.getSaveState().kind).toBe('saved');
	session.destroy();
});
