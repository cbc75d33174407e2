import { expect, test } from 'vitest';
import { tempSample } from '../testing/temp-newsroom.ts';
import { publish } from './publish-story.ts';
import { toldNotes } from './told-notes.ts';

test('what readers were told stands newest first, and what waits with the changes of a story is not theirs yet', async () => {
	const newsroom = await tempSample();
	const { articles } = newsroom;
	const before = await toldNotes(articles, 1000);
	expect(before.isWhole).toBe(true);
	const rows = await articles.index.select({ kind: 'ids', ids: [...articles.catalogue.ids()] });
	const [one, other] = rows.filter(({ status }) => status === 'published');
	if (one === undefined || other === undefined) throw new Error('the sample has published stories');
	const change = async (id: string, standfirst: string, note: Parameters<typeof publish>[3]) => {
		const { article, revision } = await articles.open(id);
		const saved = await articles.save({ ...article, standfirst }, revision);
		if (saved.kind !== 'saved') throw new Error(`the save ended as ${saved.kind}`);
		await publish(newsroom, id, saved.revision, note);
	};
	const block = (await articles.open(one.id)).article.body[0]?.id ?? null;
	await change(one.id, 'Twelve.', { kind: 'correction', text: 'It is twelve.', priority: 'high', block });
	await change(other.id, 'News.', { kind: 'update' });
	const { article, revision } = await articles.open(one.id);
	const waiting = {
		kind: 'clarification',
		date: '2099-01-01',
		text: 'Nobody knows.',
		block: null,
		priority: 'normal',
	} as const;
	await articles.save({ ...article, corrections: [...article.corrections, waiting] }, revision);

	const { notes, isWhole } = await toldNotes(articles, 1000);
	expect(isWhole).toBe(true);
	expect(notes.slice(0, 3)).toMatchObject([
		{ id: one.id, kind: 'clarification', text: 'Nobody knows.', isLive: false },
		{ id: other.id, kind: 'update', text: '', isLive: true, status: 'published' },
		{ id: one.id, kind: 'correction', text: 'It is twelve.', block, isLive: true },
	]);
	// An earlier update of the other story is no longer what readers see.
	expect(notes.length - before.notes.length).toBeGreaterThanOrEqual(2);
	expect(await toldNotes(articles, 2)).toEqual({ notes: notes.slice(0, 2), isWhole: false });
	await articles.trash(one.id);
	expect((await toldNotes(articles, 1000)).notes.map(({ id }) => id)).not.toContain(one.id);
	await newsroom.close();
});
