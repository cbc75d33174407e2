import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Article, newDates } from '#shared/model/article.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../services/export-source-of.ts';
import { planExport, runExport } from './run.ts';
import { desk, one as ofOne, all as ofPublished } from './testing/desk.ts';
import { readFiles, type TestStory, testId } from './testing/test-newsroom.ts';

// Also a story that is only ready can be taken back.
const all = { ...ofPublished, ready: true };
const one = (number: number) => ({ ...ofOne(number), ready: true });
const picture = { media: 'media/2025/03/secret.svg', alt: 'secretalt', caption: '', credit: 'Ada', focus: null };
const ahead = '2025-06-01T00:00:00Z';
const dates = (change: Partial<Article['dates']>): Article['dates'] => ({
	...newDates('2025-03-31T08:00:00Z'),
	...change,
});
/** The story that must not leave, and one that links to it. */
const secret: TestStory = {
	id: testId(7),
	slug: 'secret-slug',
	headline: 'Secretheadline',
	standfirst: 'Secretstandfirst',
	leadImage: picture,
};
const linking: TestStory = {
	id: testId(8),
	slug: 'linking',
	headline: 'Linking',
	related: [{ article: secret.id }],
	nextRead: { article: secret.id },
};

async function secretDesk(change: Partial<TestStory> = {}) {
	const made = await desk();
	await made.newsroom.picture(picture.media);
	await made.newsroom.write({ ...secret, ...change });
	await made.newsroom.write(linking);
	const opened = await openNewsroom(
		realFileSystem,
		made.newsroom.path,
		() => {},
		() => new Date('2025-04-01T00:00:00Z'),
	);
	await opened.whole();
	return { ...made, opened, source: () => exportSourceOf(opened) };
}

async function expectNoSecret(folder: string): Promise<void> {
	const files = await readFiles(folder);
	expect(JSON.stringify(files).toLowerCase()).not.toContain('secret');
	expect(JSON.parse(files['articles/linking.json'] ?? '')).toMatchObject({ related: [], nextRead: null });
}

test.each<[string, Partial<TestStory>]>([
	['scheduled for later', { status: 'ready', dates: dates({ scheduled: ahead }) }],
	['under embargo', { dates: dates({ embargo: ahead }) }],
	['under embargo until lifted', { embargo: { untilLifted: true, reason: 'secretreason' } }],
	['kept back by an error', { categories: [] }],
	['a draft', { status: 'draft' }],
])('a story that is %s leaves nothing through the stories that link to it', async (_, change) => {
	const { source, out } = await secretDesk(change);
	const plan = await planExport(source(), all, out);
	const warnings = plan.stories.find(({ slug }) => slug === 'linking')?.problems.map(({ check }) => check);
	expect(warnings).toHaveLength(2);
	await runExport(source(), all, out);
	await expectNoSecret(out);
});

test('a link leads to its own story, or nowhere, when two have one slug', async () => {
	const { source, newsroom, out } = await secretDesk();
	await newsroom.write({ ...secret, slug: 'twin', id: testId(9), headline: 'The twin' });
	const path = join(newsroom.path, 'articles/2025/03/twin-000000.json');
	await writeFile(path, (await readFile(path, 'utf8')).replace('"twin"', '"secret-slug"'));
	await runExport(source(), all, out);
	const files = await readFiles(out);
	const shown = JSON.parse(files['articles/secret-slug.json'] ?? '');
	const { related } = JSON.parse(files['articles/linking.json'] ?? '');
	expect(related.map((link: { article: string }) => link.article)).toEqual(shown.id === secret.id ? [secret.id] : []);
});

const takenBack: readonly [string, (desk: Awaited<ReturnType<typeof secretDesk>>) => Promise<void>][] = [
	['withdrawn', ({ newsroom }) => newsroom.write({ ...secret, status: 'withdrawn' })],
	['put under embargo', ({ newsroom }) => newsroom.write({ ...secret, dates: dates({ embargo: ahead }) })],
	[
		'put under embargo until that is lifted',
		({ newsroom }) => newsroom.write({ ...secret, embargo: { untilLifted: true, reason: 'secretreason' } }),
	],
	['made a draft', ({ newsroom }) => newsroom.write({ ...secret, status: 'draft' })],
	['scheduled', ({ newsroom }) => newsroom.write({ ...secret, status: 'ready', dates: dates({ scheduled: ahead }) })],
	['trashed', ({ opened }) => opened.articles.trash(secret.id)],
];

test.each(takenBack)(
	'a story that was %s goes with an export of all, also from files that are kept',
	async (_, takeBack) => {
		const made = await secretDesk();
		const { source, out, newsroom } = made;
		await runExport(source(), all, out);
		expect(JSON.stringify(await readFiles(out))).toContain('Secretstandfirst');
		await newsroom.write({ ...linking, headline: '' });
		await takeBack(made);
		expect((await planExport(source(), all, out)).removed).toMatchObject([{ id: testId(7) }]);
		await runExport(source(), all, out);
		await expectNoSecret(out);
	},
);

test.each(takenBack)('a story that was %s goes with an export of another one', async (_, takeBack) => {
	const made = await secretDesk();
	await runExport(made.source(), all, made.out);
	await takeBack(made);
	expect(await runExport(made.source(), one(1), made.out)).toMatchObject({ removed: 1 });
	await expectNoSecret(made.out);
});

test.each(takenBack)('the export of a story that was %s takes it away', async (_, takeBack) => {
	const made = await secretDesk();
	await runExport(made.source(), all, made.out);
	await takeBack(made);
	expect(await runExport(made.source(), one(7), made.out)).toMatchObject({ written: 1, removed: 1 });
	await expectNoSecret(made.out);
});

test('what a story may do is decided by its file, however far behind the index is', async () => {
	const { source, newsroom, out, opened } = await secretDesk();
	const numbers = Array.from({ length: 40 }, (_, at) => 100 + at);
	for (const number of numbers)
		await newsroom.write({ id: testId(number), slug: `story-${number}`, status: 'published' });
	await newsroom.write({ id: testId(200), slug: 'soon-out', status: 'draft' });
	await opened.close();
	const again = await openNewsroom(realFileSystem, newsroom.path, () => {});
	await again.whole();
	// Nothing watches here, so the index has all of them as they were.
	for (const number of numbers) {
		const path = join(newsroom.path, `articles/2025/03/story-${number}-000000.json`);
		await writeFile(path, (await readFile(path, 'utf8')).replace('"published"', '"draft"'));
	}
	await newsroom.write({ id: testId(200), slug: 'soon-out', status: 'published' });
	await runExport(exportSourceOf(again), all, out);
	expect((await readdir(join(out, 'articles'))).sort()).toEqual(
		['linking', 'night-trains', 'sea-wall', 'secret-slug', 'soon-out'].map((slug) => `${slug}.json`),
	);
	expect(source().damaged).toBe(0);
});

test('a picture that cannot be read blocks its own story alone, and says so', async () => {
	const { source, newsroom, out } = await secretDesk();
	// A folder in its place, a name that no disk takes, and a link that leads in a circle.
	await rm(join(newsroom.path, picture.media));
	await mkdir(join(newsroom.path, picture.media));
	const long = { ...picture, media: `media/2025/03/${'x'.repeat(300)}.svg` };
	await newsroom.write({ id: testId(20), slug: 'long-name', leadImage: long });
	const report = await runExport(source(), all, out);
	expect(report.blocked.map(({ slug }) => slug).sort()).toEqual(['long-name', 'secret-slug']);
	for (const { problems } of report.blocked) {
		expect(problems[0]?.check).toMatch(/^picture-(?:gone|broken|unreadable)$/);
	}
	expect(report.written).toBe(3);
});

test('a picture that claims an impossible size is broken', async () => {
	const { source, newsroom, out } = await secretDesk();
	await newsroom.picture(picture.media, '<svg xmlns="http://www.w3.org/2000/svg" width="1e99" height="3"/>');
	const { blocked } = await runExport(source(), all, out);
	expect(blocked).toMatchObject([{ slug: 'secret-slug', problems: [{ check: 'picture-broken' }] }]);
});

test('a forged manifest removes and replaces nothing that Galley did not write', async () => {
	const { source, newsroom, out } = await secretDesk();
	await runExport(source(), all, out);
	const manifest = JSON.parse(await readFile(join(out, '.galley-export.json'), 'utf8'));
	const theirs = { 'articles/theirs.json': '{"mine":true}', 'media/2025/03/theirs.svg': 'mine' };
	for (const [path, text] of Object.entries(theirs)) {
		await mkdir(join(out, path, '..'), { recursive: true });
		await writeFile(join(out, path), text);
		manifest.files[path] = '0'.repeat(64);
	}
	manifest.stories[testId(99)] = {
		hash: '0'.repeat(64),
		files: ['articles/theirs.json'],
		media: ['media/2025/03/theirs.svg'],
		from: null,
	};
	await writeFile(join(out, '.galley-export.json'), JSON.stringify(manifest));
	await newsroom.write({ ...linking, headline: 'Other words' });
	const report = await runExport(source(), all, out);
	expect(report).toMatchObject({ removed: 0, edited: Object.keys(theirs) });
	expect(await readFiles(out)).toMatchObject(theirs);
	// It is told once: from then on these are somebody's own.
	expect(await runExport(source(), all, out)).toMatchObject({ edited: [] });
});

test('a story that somebody edited in the target goes all the same when it is taken back', async () => {
	const { source, newsroom, out } = await secretDesk();
	await runExport(source(), all, out);
	const path = join(out, 'articles/secret-slug.json');
	await writeFile(path, (await readFile(path, 'utf8')).replace('Secretheadline', 'Secretheadline, by hand'));
	await newsroom.write({ ...secret, status: 'withdrawn' });
	expect(await runExport(source(), all, out)).toMatchObject({ removed: 1, edited: [] });
	await expectNoSecret(out);
});
