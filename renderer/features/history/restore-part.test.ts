import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diffArticles } from '#shared/document/diff/diff-articles.ts';
import { ok } from '#shared/failure.ts';
import { Article } from '#shared/model/article.ts';
import { openSession } from '../../session/open-session.ts';
import { beBusyWindow } from '../../session/testing/busy-window.ts';
import { storyExtensions } from '../editor/extensions/story-extensions.ts';
import { restoreBlock, restoreField, restoreKeyPoints } from './restore-part.ts';

const base = {
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
};
const past = Article.parse({
	...base,
	headline: 'Harbour opens',
	tags: ['sea'],
	seo: { title: 'Harbour' },
	keyPoints: [{ id: 'k1', text: 'Boats came' }],
	body: [
		{ id: 'a', type: 'paragraph', html: 'The <strong>harbour</strong> opened at dawn.' },
		{ id: 'b', type: 'paragraph', html: 'Crowds came from the hills to see it.' },
		{ id: 'c', type: 'keyPoints' },
		{ id: 'd', type: 'quote', html: 'A good day.', attribution: 'The pilot' },
	],
});
const present = Article.parse({
	...base,
	headline: 'Harbour shuts',
	tags: [],
	keyPoints: [{ id: 'k1', text: 'Boats left' }],
	body: [
		{ id: 'c', type: 'keyPoints' },
		{ id: 'a', type: 'paragraph', html: 'The harbour shut at dusk.' },
		{ id: 'd', type: 'quote', html: 'A good day.', attribution: 'The mate' },
		{ id: 'e', type: 'paragraph', html: 'Nobody knew why.' },
	],
});

function open(article: Article) {
	return openSession(
		{
			mediaUrl: (media) => media,
			subscribe: () => () => {},
			subscribeConnection: () => () => {},
			journal: {
				write: async () => ok({ at: base.dates.updated, besideNewsroom: null }),
				clear: async () => ok(null),
			},
			articles: {
				get: async () => ok({ article, revision: 'r', path: 'p', readOnly: null, hasChanges: false }),
				save: async () => ok({ kind: 'gone', reason: 'Not kept.' }),
			},
		},
		{ article, revision: 'r', path: 'p', readOnly: null, hasChanges: false },
		storyExtensions,
	);
}

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => void vi.unstubAllGlobals());

test('every block and field brought back, one after the other, gives the past version; each is undone by one step', () => {
	const session = open(present);
	for (let step = 0; step < 12; step += 1) {
		const { blocks } = diffArticles(past, session.getArticle());
		const change = blocks.find((each) => each.kind !== 'same');
		if (change === undefined) break;
		const before = session.getArticle();
		expect(restoreBlock(session, past, change)).toBe(true);
		const after = session.getArticle();
		session.editor.commands.undo();
		expect(session.getArticle().body).toEqual(before.body);
		session.editor.commands.redo();
		expect(session.getArticle().body).toEqual(after.body);
	}
	expect(session.getArticle().body).toEqual(past.body);
	restoreKeyPoints(session, past);
	for (const change of diffArticles(past, session.getArticle()).fields) restoreField(session, past, change.field);
	expect(session.getArticle()).toEqual(past);
	session.editor.commands.undo();
	expect(session.getArticle().seo.title).toBe('');
	expect(session.getArticle().tags).toEqual(['sea']);
	session.destroy();
});

test('a block goes into a story that has lost all its text', () => {
	const session = open({ ...present, body: [], keyPoints: [] });
	for (const change of diffArticles(past, session.getArticle()).blocks) restoreBlock(session, past, change);
	expect(session.getArticle().body).toEqual(past.body);
	session.destroy();
});

test('a box taken out leaves its points in the story', () => {
	const session = open(present);
	const without = { ...past, body: past.body.filter((block) => block.type !== 'keyPoints') };
	const change = diffArticles(without, present).blocks.find((each) => each.kind === 'added');
	if (change === undefined) throw new Error('nothing was added');
	restoreBlock(session, without, change);
	expect(session.getArticle().keyPoints).toEqual(present.keyPoints);
	expect(session.getArticle().body.map(({ type }) => type)).not.toContain('keyPoints');
	session.destroy();
});

test('a block that is gone meanwhile is not brought back to a wrong place', () => {
	const session = open(present);
	const change = diffArticles(past, present).blocks.find((each) => each.kind === 'changed');
	if (change?.kind !== 'changed') throw new Error('nothing changed');
	expect(restoreBlock(session, past, { ...change, after: { ...change.after, id: 'gone' } })).toBe(false);
	session.destroy();
});
