import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ArticleSummary, OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { ExportPlan, JobState } from '#shared/contract/export.ts';
import { createCore } from './create-core.ts';
import { defaultPreferences, filePreferences } from './newsroom/preferences.ts';
import { askCore, openIn } from './testing/ask-core.ts';
import { sampleNewsroom, tempFolder } from './testing/temp-newsroom.ts';

test('a newsroom is made, a story written, saved and read again', async () => {
	const folder = await tempFolder();
	const core = await createCore({
		version: '1.2.3',
		preferences: filePreferences(join(folder, 'user', 'preferences.json')),
		dialogs: null,
		log: (message, error) => {
			throw new Error(message, { cause: error });
		},
		newsroomPath: join(folder, 'nowhere'),
		sampleNewsroom: join(folder, 'sample'),
		documentsFolder: folder,
		userData: join(folder, 'user-data'),
	});
	const call = async (name: string, input: unknown) => {
		const result = await askCore(core, name, input);
		if (!result.ok) throw new Error(result.failure.message);
		return result.value;
	};
	expect(await call('newsroom.current', {})).toMatchObject({
		kind: 'none',
		problem: expect.stringContaining('nowhere'),
	});
	await call('newsroom.create', { path: join(folder, 'desk'), name: 'The Desk' });
	const heard: string[] = [];
	core.subscribe((event) => heard.push(event.name));
	const made = (await call('articles.create', { headline: 'Harbour wall holds' })) as OpenedArticle;
	expect(made.path).toMatch(/^articles\/\d{4}\/\d{2}\/harbour-wall-holds-[0-9a-z]{6}\.json$/);
	const article = { ...made.article, standfirst: 'It does.' };
	const saved = (await call('articles.save', { article, basedOn: made.revision })) as SaveOutcome;
	expect(saved.kind).toBe('saved');
	expect(await readFile(join(folder, 'desk', made.path), 'utf8')).toContain('"standfirst": "It does."');
	expect(await call('articles.total', {})).toEqual({ total: 1 });
	expect(await call('articles.list', {})).toMatchObject({ rows: [{ headline: 'Harbour wall holds' }] });
	await setTimeout(150);
	expect(heard.filter((name) => name !== 'index.changed')).toEqual(['articles.changed', 'articles.changed']);
	await core.close();
	expect(await readdir(join(folder, 'desk', made.path, '..'))).toHaveLength(1);
});

test('the sample is exported as a job that tells its end, never into the newsroom itself', async () => {
	const folder = await tempFolder();
	const core = await createCore({
		version: '1.2.3',
		preferences: { read: async () => defaultPreferences(), write: async () => {} },
		dialogs: null,
		log: () => {},
		newsroomPath: null,
		sampleNewsroom,
		documentsFolder: folder,
		userData: join(folder, 'user-data'),
	});
	const request = { scope: { kind: 'all' }, folder: join(folder, 'site') };
	const plan = await askCore(core, 'export.plan', request);
	if (!plan.ok) throw new Error(plan.failure.message);
	const planned = (plan.value as ExportPlan).stories.filter((story) => story.outcome === 'new');
	expect(planned.length).toBeGreaterThan(0);
	expect(await readdir(folder)).toEqual(['Galley Sample Newsroom']);

	const end = new Promise<JobState>((resolve) => {
		core.subscribe((event) => {
			if (event.name === 'jobs.changed' && event.payload.state.kind !== 'running') resolve(event.payload.state);
		});
	});
	expect(await askCore(core, 'export.start', request)).toMatchObject({ ok: true });
	expect(await end).toMatchObject({ kind: 'finished', report: { written: planned.length } });
	expect(JSON.parse(await readFile(join(folder, 'site', 'index.json'), 'utf8'))).toBeTruthy();

	for (const inside of [
		'Galley Sample Newsroom',
		'Galley Sample Newsroom/articles',
		'Galley Sample Newsroom/site',
		'.',
	]) {
		const refused = await askCore(core, 'export.start', { ...request, folder: join(folder, inside) });
		expect(refused).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
	}
	await core.close();
});

test('pictures of the open newsroom are read, and nothing else of it', async () => {
	const core = await createCore({
		version: '1.2.3',
		preferences: { read: async () => defaultPreferences(), write: async () => {} },
		dialogs: null,
		log: () => {},
		newsroomPath: null,
		sampleNewsroom,
		documentsFolder: await tempFolder(),
		userData: await tempFolder(),
	});
	const list = await askCore(core, 'articles.list', {});
	if (!list.ok) throw new Error(list.failure.message);
	const { rows } = list.value as { rows: ArticleSummary[] };
	const image = rows.find((row) => row.image !== null)?.image ?? '';
	const newsroom = (await openIn(core)) ?? '';
	expect(await core.readNewsroomFile(newsroom, image)).toMatchObject({ type: expect.stringMatching(/^image\//) });
	for (const path of ['newsroom.json', rows[0]?.path ?? '', `${image}/../../newsroom.json`]) {
		expect(await core.readNewsroomFile(newsroom, path)).toBeNull();
	}
});
