import { expect, test } from 'vitest';
import { type Article, newDates } from '#shared/model/article.ts';
import { formatMoment } from '#shared/text/format-date.ts';
import { exportSourceOf } from '../services/export-source-of.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';
import { planExport, runExport } from './run.ts';
import { all, desk } from './testing/desk.ts';
import { type TestStory, testId } from './testing/test-newsroom.ts';

const then = '2025-05-01T06:00:00Z';
const dates = (change: Partial<Article['dates']>) => ({ ...newDates('2025-03-01T00:00:00Z'), ...change });
const linked = (change: Partial<TestStory>): TestStory => ({
	id: testId(20),
	slug: 'linked',
	headline: 'Verdict',
	status: 'published',
	...change,
});

test.each<[string, Partial<TestStory>]>([
	['“Verdict” is a draft', { status: 'draft' }],
	['“Verdict” is withdrawn', { status: 'withdrawn' }],
	['“Verdict” is ready but not published', { status: 'ready' }],
	['“Verdict” is under embargo until (then)', { dates: dates({ embargo: then }) }],
	[
		'“Verdict” is under embargo until it is lifted (court order)',
		{ embargo: { untilLifted: true, reason: 'court order' } },
	],
	['“Verdict” is scheduled for (then)', { status: 'ready', dates: dates({ scheduled: then }) }],
	['“Verdict” is kept back by an error (The story is in no category)', { categories: [] }],
])('the plan names each place that is left out: %s', async (reason, change) => {
	const { newsroom, out } = await desk();
	await newsroom.write(linked(change));
	const link = { article: testId(20) };
	const related = [{ article: testId(2) }, link];
	await newsroom.write({ id: testId(21), slug: 'linking', status: 'published', related, nextRead: link });
	const source = await newsroom.source();
	const { stories } = await planExport(source, { ...all, ready: false }, out);
	const row = stories.find(({ slug }) => slug === 'linking');
	expect(row?.outcome).toBe('new');
	const words = reason.replace('(then)', formatMoment(new Date(then), source.folder.newsroom));
	expect(row?.problems.map(({ message }) => message)).toEqual([
		`Related post 2 is left out: ${words}`,
		`The next read is left out: ${words}`,
	]);
	// It goes out all the same, without the link.
	await runExport(source, { ...all, ready: false }, out);
	expect((await planExport(source, { ...all, ready: false }, out)).stories).toContainEqual(
		expect.objectContaining({ slug: 'linking', outcome: 'unchanged' }),
	);
});

test('a live story is not frozen when one that it links to is gone; a first publication is refused', async () => {
	const { newsroom, out } = await desk();
	const story = { id: testId(21), slug: 'linking', related: [{ article: testId(99) }] };
	await newsroom.write({ ...story, status: 'published' });
	const row = async () => {
		const plan = await planExport(await newsroom.source(), { ...all, ready: true }, out);
		return plan.stories.find(({ slug }) => slug === 'linking');
	};
	expect(await row()).toMatchObject({
		outcome: 'new',
		problems: [{ message: 'Related post 1 is left out: the story is gone or in the trash' }],
	});
	await newsroom.write({ ...story, status: 'ready' });
	expect(await row()).toMatchObject({ outcome: 'blocked', problems: [{ check: 'linked-story-gone' }] });
});

test('the plan names a published story whose changes are held back', async () => {
	const newsroom = await tempNewsroom();
	const { articles } = newsroom;
	let story = await articles.create('Harbour opens');
	const save = async (change: Partial<Article>) => {
		const outcome = await articles.save({ ...story.article, ...change }, story.revision);
		if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
		story = { ...story, ...outcome };
	};
	await newsroom.put('categories.json', JSON.stringify({ $schema: 'urn:galley:categories:1', categories: [world] }));
	await save({ body: [{ id: 'b1', type: 'paragraph', html: 'Boats.' }], categories: ['world'], status: 'published' });
	await save({ headline: 'Harbour opens late' });
	await newsroom.close();
	const again = await newsroom.reopen();
	const plan = await planExport(exportSourceOf(again), all, `${again.path}-site`);
	expect(plan.stories).toMatchObject([{ headline: 'Harbour opens', outcome: 'new' }]);
	expect(plan.stories[0]?.problems.map(({ check }) => check)).toContain('changes-held-back');
	await again.close();
});

const world = { slug: 'world', label: 'World', parent: null, colour: null, uri: null };
