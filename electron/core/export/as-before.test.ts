import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FailureError } from '#shared/failure.ts';
import { newDates } from '#shared/model/article.ts';
import type { Status } from '#shared/model/status.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../services/export-source-of.ts';
import type { ExportSource } from './export-source.ts';
import { planExport, runExport } from './run.ts';
import { all, desk, lead, one } from './testing/desk.ts';
import { makeTestNewsroom, readFiles, type TestNewsroom, testId, testPicture } from './testing/test-newsroom.ts';

const runs = runsOf({ short: 25, long: 1000 });
const count = 5;

const moments = [null, '2025-03-01T00:00:00Z', '2025-06-01T00:00:00Z'] as const;
const storyArbitrary = fc.record({
	headline: fc.nat(2),
	standfirst: fc.constantFrom('Nobody wants to look at it.', 'A wall.', ''),
	status: fc.constantFrom<Status[]>('published', 'published', 'published', 'ready', 'draft', 'withdrawn'),
	/** Two may have one address. */
	slug: fc.constantFrom<('own' | 'shared')[]>('own', 'own', 'own', 'shared'),
	links: fc.array(fc.nat(count - 1), { maxLength: 3 }),
	embargo: fc.constantFrom(null, null, null, ...moments),
	scheduled: fc.constantFrom(null, null, null, ...moments),
	updated: fc.nat(3),
	picture: fc.option(fc.nat(1)),
	isFaulty: fc.constantFrom(false, false, false, true),
});
type Story = typeof storyArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const number = fc.nat(count - 1);
const editArbitrary = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant('story'), number, story: storyArbitrary }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('deleted'), number }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('picture'), picture: fc.nat(1), width: fc.nat(2) }) },
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('settings'), siteUrl: fc.constantFrom('', 'https://a.example') }),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('category'), label: fc.constantFrom('Asia', 'The East') }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('target'), at: fc.nat(12), isDeleted: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('one'), number }) },
);
type Edit = typeof editArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const picturePath = (picture: number) => `media/2025/03/picture-${picture}.svg`;

async function write(newsroom: TestNewsroom, at: number, story: Story): Promise<void> {
	const { headline, standfirst, status, slug, links, embargo, scheduled, updated, picture, isFaulty } = story;
	await newsroom.write(
		{
			id: testId(at),
			slug: slug === 'own' ? `story-${at}` : slug,
			headline: isFaulty ? '' : `Headline ${at} ${headline}`,
			standfirst,
			status: status,
			leadImage: picture === null ? null : { ...lead, media: picturePath(picture) },
			related: links.map((link) => ({ article: testId(link) })),
			dates: {
				...newDates('2025-03-01T00:00:00Z'),
				updated: `2025-03-0${updated + 1}T00:00:00Z`,
				scheduled,
				embargo,
			},
		},
		`file-${at}`,
	);
}

async function replaceIn(file: string, from: RegExp, to: string): Promise<void> {
	await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
}

async function edit(newsroom: TestNewsroom, out: string, stories: Map<number, Story>, change: Edit): Promise<void> {
	if ('story' in change) {
		stories.set(change.number, change.story);
		await write(newsroom, change.number, change.story);
	} else if ('width' in change) {
		const picture = testPicture.replace('width="4"', `width="${change.width + 1}"`);
		await newsroom.picture(picturePath(change.picture), picture);
	} else if ('siteUrl' in change) {
		const file = join(newsroom.path, 'newsroom.json');
		await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), siteUrl: change.siteUrl }));
	} else if ('label' in change) {
		await replaceIn(join(newsroom.path, 'categories.json'), /"label":"(?:Asia|The East)"/, `"label":"${change.label}"`);
	} else if ('at' in change) {
		const files = Object.keys(await readFiles(out)).filter((path) => !path.startsWith('.'));
		const file = files[change.at % Math.max(files.length, 1)];
		if (file === undefined) return;
		// A picture that somebody changed there is theirs, and would stay for ever.
		if (change.isDeleted || file.startsWith('media/')) await rm(join(out, file));
		else await replaceIn(join(out, file), /\n$/, '');
	} else if (change.kind === 'deleted') {
		stories.delete(change.number);
		await rm(newsroom.file(`file-${change.number}`), { force: true });
	} else {
		await runExport(await newsroom.source(), one(change.number), out).catch((error: unknown) => {
			// One that is nowhere is refused; nothing else may go wrong.
			if (!(error instanceof FailureError) || error.failure.code !== 'not-found') throw error;
		});
	}
}

test(`of ${runs} newsrooms, one that is exported after each change comes to the same bytes as one that never was`, async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(storyArbitrary, { minLength: count, maxLength: count }),
			fc.array(fc.array(editArbitrary, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
			async (first, rounds) => {
				const newsroom = await makeTestNewsroom();
				try {
					const out = join(newsroom.root, 'site');
					const stories = new Map(first.entries());
					for (const [at, story] of stories) await write(newsroom, at, story);
					for (const picture of [0, 1]) await newsroom.picture(picturePath(picture));
					await runExport(await newsroom.source(), all, out);
					for (const changes of rounds) {
						for (const change of changes) await edit(newsroom, out, stories, change);
						await runExport(await newsroom.source(), all, out);
					}
					// Readers keep what was exported of a story with errors, so that there are none of these at the end.
					for (const [at, story] of stories) {
						const mended: Story = {
							...story,
							isFaulty: false,
							slug: 'own',
							links: story.links.filter((link) => stories.has(link)),
						};
						if (JSON.stringify(mended) !== JSON.stringify(story)) await write(newsroom, at, mended);
					}
					const source = await newsroom.source();
					const plan = await planExport(source, all, out);
					const report = await runExport(source, all, out);
					const fresh = join(newsroom.root, 'fresh');
					const freshPlan = await planExport(source, all, fresh);
					await runExport(source, all, fresh);
					expect(await readFiles(out)).toEqual(await readFiles(fresh));
					const told = ({ stories: rows }: typeof plan) => rows.map(({ outcome: _, difference: __, ...row }) => row);
					expect(told(plan)).toEqual(told(freshPlan));
					expect(plan.stories.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(report.unchanged);
				} finally {
					await rm(newsroom.root, { recursive: true });
				}
			},
		),
		{ numRuns: runs },
	);
}, 3_600_000);

/** The numbers of the stories that an export reads. */
async function readBy(source: ExportSource, out: string): Promise<number[]> {
	const numbers: number[] = [];
	const read: ExportSource['read'] = (id, seenAt) => {
		numbers.push(Number(id.slice(-4)));
		return source.read(id, seenAt);
	};
	await runExport({ ...source, read }, all, out);
	return numbers.sort((a, b) => a - b);
}

/** Four stories in a ring, of which each links to the next one. */
async function ring() {
	const made = await desk();
	const write = (at: number, change = {}) =>
		made.newsroom.write({
			id: testId(10 + at),
			slug: `ring-${at}`,
			headline: `Ring ${at}`,
			related: [{ article: testId(10 + ((at + 1) % 4)) }],
			...change,
		});
	for (const at of [0, 1, 2, 3]) await write(at);
	await runExport(await made.newsroom.source(), all, made.out);
	return { ...made, write };
}

test('an export reads what changed and what links to it, and nothing else', async () => {
	const { newsroom, out, write } = await ring();
	expect(await readBy(await newsroom.source(), out)).toEqual([]);
	await write(2, { headline: 'Other words' });
	expect(await readBy(await newsroom.source(), out)).toEqual([11, 12]);
	expect(await readFile(join(out, 'articles/ring-1.json'), 'utf8')).toContain('Other words');
	await replaceIn(join(newsroom.path, 'categories.json'), /"Asia"/, '"The East"');
	expect(await readBy(await newsroom.source(), out)).toEqual([1, 2, 10, 11, 12, 13]);
	expect(await readFile(join(out, 'articles/ring-1.json'), 'utf8')).toContain('The East');
	// A picture is looked at each time.
	await newsroom.picture(lead.media, testPicture.replace('width="4"', 'width="5"'));
	expect(await readBy(await newsroom.source(), out)).toEqual([1]);
	await rm(join(newsroom.path, lead.media));
	expect((await runExport(await newsroom.source(), all, out)).blocked).toMatchObject([{ slug: 'sea-wall' }]);
	await writeFile(join(out, 'articles/ring-3.json'), '{}');
	expect(await readBy(await newsroom.source(), out)).toEqual([1, 12, 13]);
	expect(await readFile(join(out, 'articles/ring-3.json'), 'utf8')).toContain('Ring 3');
});

test('a story that links to one which is not out yet is read each time, and does not name it', async () => {
	const { newsroom, out } = await desk();
	await newsroom.write({ id: testId(4), slug: 'linking', related: [{ article: testId(3) }] });
	await runExport(await newsroom.source(), all, out);
	expect(JSON.stringify(await readFiles(out))).not.toContain(testId(3));
	// The other one only to tell why it is left out.
	expect(await readBy(await newsroom.source(), out)).toEqual([3, 4]);
	await newsroom.write({ id: testId(3), slug: 'a-draft', status: 'published' });
	await runExport(await newsroom.source(), all, out);
	expect(await readFile(join(out, 'articles/linking.json'), 'utf8')).toContain('articles/a-draft.json');
});

test('a story whose embargo has passed goes again when the clock is set back', async () => {
	const { newsroom, out } = await desk();
	const dates = { ...newDates('2025-03-01T00:00:00Z'), embargo: '2025-04-01T00:00:00Z' };
	await newsroom.write({ id: testId(2), slug: 'night-trains', status: 'published', dates });
	await runExport(await newsroom.source('2025-05-01T00:00:00Z'), all, out);
	expect(await readFiles(out)).toHaveProperty(['articles/night-trains.json']);
	await runExport(await newsroom.source('2025-03-05T00:00:00Z'), all, out);
	expect(JSON.stringify(await readFiles(out))).not.toContain('night-trains');
});

test.each(['deleted', 'damaged'])(
	'a story that is %s behind the back of the index is not taken for the same',
	async (how) => {
		const { newsroom, out } = await ring();
		const opened = await openNewsroom(realFileSystem, newsroom.path, () => {});
		await opened.whole();
		const source = exportSourceOf(opened);
		const file = newsroom.file('night-trains');
		if (how === 'deleted') await rm(file);
		else await writeFile(file, '{');
		const report = await runExport(source, all, out);
		await opened.close();
		expect(report).toMatchObject(
			how === 'deleted' ? { removed: 1 } : { removed: 0, blocked: [{ slug: 'night-trains' }] },
		);
	},
);
