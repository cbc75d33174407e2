import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail } from '#shared/failure.ts';
import { storyExtensions } from '../../features/editor/extensions/story-extensions.ts';
import { openSession } from '../open-session.ts';
import { beBusyWindow } from '../testing/busy-window.ts';
import { OneStory, open, story, type } from '../testing/one-story.ts';

beforeEach(() => {
	vi.useFakeTimers();
	beBusyWindow();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A story whose next save reaches the file, and whose host goes away before it has answered. */
function losingAnswer() {
	const newsroom = new OneStory(story);
	const { save } = newsroom.host.articles;
	let isLosing = true;
	const host = {
		...newsroom.host,
		articles: {
			...newsroom.host.articles,
			save: async (input: Parameters<typeof save>[0]) => {
				if (!isLosing) return save(input);
				isLosing = false;
				const { tell } = newsroom;
				newsroom.tell = () => {};
				await save(input);
				newsroom.tell = tell;
				newsroom.file = { ...newsroom.file, slug: 'harbour-2' };
				return fail('disconnected', 'Galley does not answer.');
			},
		},
	};
	return { newsroom, session: openSession(host, newsroom.opened(), storyExtensions) };
}

test('a save whose answer was lost is no conflict with what was typed after it', async () => {
	const { newsroom, session } = losingAnswer();
	type(session, ' one');
	await vi.advanceTimersByTimeAsync(1000);
	expect(session.getSaveState().kind).toBe('failed');
	expect(session.getText().sent).toMatchObject({ headline: 'Harbour one' });
	type(session, ' two');
	await vi.advanceTimersByTimeAsync(6000);
	expect(session.getSaveState().kind).toBe('saved');
	expect(newsroom.file).toMatchObject({ headline: 'Harbour one two', slug: 'harbour-2' });
	expect(session.getText().sent).toBeNull();
});

test('a save whose answer was lost, on which somebody else has built in the same words, is a conflict', async () => {
	const { newsroom, session } = losingAnswer();
	type(session, ' one');
	await vi.advanceTimersByTimeAsync(1000);
	newsroom.file = { ...newsroom.file, headline: 'Harbour one, theirs' };
	type(session, ' two');
	await vi.advanceTimersByTimeAsync(6000);
	expect(session.getSaveState().kind).toBe('conflict');
});

test('words that came back are taken out again in one undoable step, and what was typed since stays', async () => {
	const after = { ...story, headline: 'Harbour, unsaved words' };
	const newsroom = new OneStory(after);
	const session = open(newsroom);
	session.setField('notes', 'Call the harbour master');
	session.takeBack({ before: story, after });
	await vi.advanceTimersByTimeAsync(2000);
	expect(newsroom.file).toMatchObject({ headline: 'Harbour', notes: 'Call the harbour master' });
	session.editor.commands.undo();
	expect(session.getArticle()).toMatchObject({ headline: after.headline, notes: 'Call the harbour master' });
});

test('while two sides wait to be decided, the text goes back to the file before they met', async () => {
	const newsroom = new OneStory(story);
	const session = open(newsroom);
	const { revision } = newsroom.opened();
	newsroom.file = { ...story, headline: 'Harbour, theirs' };
	type(session, ', mine');
	await vi.advanceTimersByTimeAsync(2000);
	expect(session.getSaveState().kind).toBe('conflict');
	// Else the words of the file would count as taken out here, and recovery would save over them.
	expect(session.getText()).toMatchObject({ basedOn: revision, base: story, article: { headline: 'Harbour, mine' } });
	await session.decide('mine', null);
	expect(session.getText().basedOn).toBe(newsroom.opened().revision);
});
