import { expect, test } from 'vitest';
import type { DueReport } from '#shared/contract/publish.ts';
import { type Article, newDates } from '#shared/model/article.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { makeTestNewsroom, testId } from '../export/testing/test-newsroom.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom/open-newsroom.ts';
import { createTargetKeeper } from '../targets/keep-targets.ts';
import { dueStories, publishDue } from './publish-due.ts';
import { keepSchedule } from './schedule.ts';

/** Ready stories with these dates, numbered from 1, in a newsroom whose clock can be set. */
async function scheduledStories(
	...stories: (Partial<Omit<Article, 'dates' | 'embargo'>> & Partial<Article['dates']> & { untilLifted?: string })[]
) {
	const made = await makeTestNewsroom();
	for (const [index, { scheduled = null, embargo = null, published = null, ...story }] of stories.entries()) {
		const dates = { ...newDates('2025-03-01T00:00:00Z'), published, scheduled, embargo };
		const { body: _, related: __, leadImage: ___, untilLifted, ...fields } = story;
		const lasting = { untilLifted: untilLifted !== undefined, reason: untilLifted ?? '' };
		await made.write({
			id: testId(index + 1),
			slug: `story-${index + 1}`,
			status: 'ready',
			...fields,
			embargo: lasting,
			dates,
		});
	}
	// No two looks at a clock see the same moment.
	const clock = { now: '2025-03-30T12:00:00Z', ticks: 0 };
	const open = async (): Promise<OpenNewsroom> => {
		const newsroom = await openNewsroom(
			realFileSystem,
			made.path,
			() => {},
			() => {
				clock.ticks += 1;
				return new Date(Date.parse(clock.now) + clock.ticks);
			},
		);
		await newsroom.whole();
		return newsroom;
	};
	return { clock, open, newsroom: await open() };
}

const statusOf = async ({ articles }: OpenNewsroom, number: number) =>
	(await articles.open(testId(number))).article.status;
const publish = async (newsroom: OpenNewsroom) => publishDue(newsroom, await dueStories(newsroom));

test('a ready story is published when its time has come, with that time as its date; others wait', async () => {
	const { clock, newsroom } = await scheduledStories(
		{ scheduled: '2025-03-30T11:59:59Z' },
		{ scheduled: '2025-03-30T12:01:00Z' },
		{ scheduled: '2025-03-30T11:00:00Z', embargo: '2025-03-30T13:00:00Z' },
		{ scheduled: '2025-03-30T11:00:00Z', status: 'draft' },
		{ scheduled: null },
	);
	expect((await publish(newsroom)).published.map(({ id }) => id)).toEqual([testId(1)]);
	const { article } = await newsroom.articles.open(testId(1));
	expect([article.status, article.dates.published]).toEqual(['published', '2025-03-30T11:59:59Z']);
	expect(await publish(newsroom)).toEqual({ published: [], failed: [], held: [] });
	// The computer slept over both times.
	clock.now = '2025-03-31T08:00:00Z';
	expect((await publish(newsroom)).published.map(({ id }) => id)).toEqual([testId(3), testId(2)]);
	expect(await statusOf(newsroom, 4)).toBe('draft');
	await newsroom.close();
});

test('a clock that is set back publishes nothing early, and takes nothing back', async () => {
	const { clock, newsroom } = await scheduledStories(
		{ scheduled: '2025-03-30T11:00:00Z' },
		{ scheduled: '2025-03-30T11:30:00Z' },
	);
	clock.now = '2025-03-30T11:10:00Z';
	expect((await publish(newsroom)).published).toHaveLength(1);
	clock.now = '2025-03-30T10:00:00Z';
	expect(await publish(newsroom)).toEqual({ published: [], failed: [], held: [] });
	expect([await statusOf(newsroom, 1), await statusOf(newsroom, 2)]).toEqual(['published', 'ready']);
	await newsroom.close();
});

test('a story with errors stays ready, and the others are published', async () => {
	const { newsroom } = await scheduledStories(
		{ scheduled: '2025-03-30T11:00:00Z', headline: '' },
		{ scheduled: '2025-03-30T11:00:00Z' },
	);
	const { published, failed } = await publish(newsroom);
	expect(published.map(({ id }) => id)).toEqual([testId(2)]);
	expect(failed).toMatchObject([{ id: testId(1), reason: expect.stringContaining('no headline') }]);
	expect(await statusOf(newsroom, 1)).toBe('ready');
	await newsroom.close();
});

test('a story under embargo until that is lifted is not published, with the reason, and is once it is lifted', async () => {
	const { newsroom } = await scheduledStories({ scheduled: '2025-03-30T11:00:00Z', untilLifted: 'court order' });
	const { published, failed, held } = await publish(newsroom);
	expect([published, failed]).toEqual([[], []]);
	expect(held).toMatchObject([{ reason: expect.stringContaining('until it is lifted (court order). Lift') }]);
	expect(await statusOf(newsroom, 1)).toBe('ready');
	const { article, revision } = await newsroom.articles.open(testId(1));
	await newsroom.articles.save({ ...article, embargo: { untilLifted: false, reason: 'court order' } }, revision);
	expect((await publish(newsroom)).published).toHaveLength(1);
	await newsroom.close();
});

test('two hosts on one newsroom publish a story once', async () => {
	const { open, newsroom } = await scheduledStories(...Array(12).fill({ scheduled: '2025-03-30T11:00:00Z' }));
	const other = await open();
	const due = await Promise.all([dueStories(newsroom), dueStories(other)]);
	const reports = await Promise.all([publishDue(newsroom, due[0]), publishDue(other, due[1])]);
	// Both may say so of the same story, but one of them wrote it.
	const published = new Set(reports.flatMap((report) => report.published.map(({ id }) => id)));
	expect([...published].sort()).toEqual(Array.from({ length: 12 }, (_, index) => testId(index + 1)));
	expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
	for (const id of published) {
		const { revisions } = await newsroom.history.list(id, null, 100);
		const texts = revisions.filter(({ status }) => status === 'published').map(({ revision }) => revision);
		expect([...new Set(texts)]).toHaveLength(1);
	}
	await Promise.all([newsroom.close(), other.close()]);
});

test('one that was set back since it was found is not published', async () => {
	const { newsroom } = await scheduledStories({ scheduled: '2025-03-30T11:00:00Z' });
	const due = await dueStories(newsroom);
	const { article, revision } = await newsroom.articles.open(testId(1));
	const dates = { ...article.dates, scheduled: '2025-04-30T11:00:00Z' };
	await newsroom.articles.save({ ...article, dates }, revision);
	expect(await publishDue(newsroom, due)).toMatchObject({ published: [], failed: [{ id: testId(1) }] });
	expect(await statusOf(newsroom, 1)).toBe('ready');
	await newsroom.close();
});

test('a running host tells what it published, and once what it could not', async () => {
	const { clock, newsroom } = await scheduledStories(
		{ scheduled: '2025-03-30T11:00:00Z', headline: '' },
		{ scheduled: '2025-03-30T12:30:00Z' },
	);
	const told: DueReport[] = [];
	const schedule = keepSchedule(
		() => newsroom,
		(report) => told.push(report),
		(message, error) => {
			throw new Error(message, { cause: error });
		},
		createTargetKeeper(
			() => {},
			() => {},
		),
	);
	await schedule.look();
	await schedule.look();
	clock.now = '2025-03-30T12:31:00Z';
	await schedule.look();
	expect(told.map(({ published, failed }) => [published.length, failed.length])).toEqual([
		[0, 1],
		[1, 0],
	]);
	await schedule.close();
	await newsroom.close();
	await schedule.look();
	expect(told).toHaveLength(2);
});
