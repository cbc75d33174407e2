import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'electron/cli/galley.mjs');

interface Run {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the built command as a person would. */
function galley(...args: string[]): Promise<Run> {
	const child = spawn(process.execPath, [command, ...args], { cwd: tmpdir() });
	let out = '';
	let err = '';
	child.stdout.on('data', (chunk: Buffer) => {
		out += chunk.toString('utf8');
	});
	child.stderr.on('data', (chunk: Buffer) => {
		err += chunk.toString('utf8');
	});
	return new Promise((done) => {
		child.on('close', (code) => done({ code, out, err }));
	});
}

async function sampleCopy(): Promise<{ newsroom: string; out: string; stories: string[] }> {
	const folder = await mkdtemp(join(tmpdir(), 'galley-cli-'));
	const newsroom = join(folder, 'newsroom');
	await cp(join(root, 'content/newsroom'), newsroom, { recursive: true });
	const entries = await readdir(join(newsroom, 'articles'), { recursive: true });
	const stories = entries.filter((path) => path.endsWith('.json')).map((path) => join(newsroom, 'articles', path));
	return { newsroom, out: join(folder, 'site'), stories: stories.sort() };
}

async function readStory(file: string) {
	return JSON.parse(await readFile(file, 'utf8'));
}

/** Takes the headline from a story that is ready or published, and answers its slug. */
async function spoilOne(stories: readonly string[], fields: object = { headline: '' }): Promise<string> {
	for (const file of stories) {
		const story = await readStory(file);
		if (story.status !== 'published') continue;
		await writeFile(file, JSON.stringify({ ...story, ...fields }));
		return story.slug;
	}
	throw new Error('the sample has no published story');
}

// The first call builds the command, when its sources changed.
beforeAll(async () => {
	expect((await galley('--version')).code).toBe(0);
}, 300_000);

test('the help names the commands and the exit codes', async () => {
	const { code, out } = await galley('--help');
	expect(code).toBe(0);
	for (const words of ['export', 'check', 'serve', 'Exit codes', '130']) expect(out).toContain(words);
});

test('the sample newsroom has no errors and is exported whole, twice the same', async () => {
	const { newsroom, out } = await sampleCopy();
	expect(await galley('check', '--newsroom', newsroom, '--ready')).toMatchObject({ code: 0 });
	const dry = await galley('export', '--newsroom', newsroom, '--out', out, '--dry-run', '--json');
	expect(dry.code).toBe(0);
	expect(JSON.parse(dry.out).stories.length).toBeGreaterThan(9);
	await expect(readdir(out)).rejects.toThrow();
	const first = await galley('export', '--newsroom', newsroom, '--out', out, '--all', '--json');
	expect(first).toMatchObject({ code: 0, err: '' });
	const report = JSON.parse(first.out);
	const index = await readStory(join(out, 'index.json'));
	expect(index.articles).toHaveLength(report.written);
	expect(await readdir(join(out, 'articles'))).toHaveLength(report.written);
	const second = await galley('export', '--newsroom', newsroom, '--out', out);
	expect(second.out).toContain(`0 stories written, ${report.written} unchanged, 0 removed, 0 pictures written.`);
});

test('one story is exported by its slug', async () => {
	const { newsroom, out, stories } = await sampleCopy();
	const draft = (await Promise.all(stories.map(readStory))).find((story) => story.status === 'draft');
	const slug = draft?.slug;
	const order = ['export', '--newsroom', newsroom, '--out', out, '--slug', slug ?? ''];
	const refused = await galley(...order);
	expect(refused.code).toBe(1);
	expect(refused.out).toContain('The story is not published');
	const run = await galley(...order, '--drafts', '--json');
	expect(run.code).toBe(0);
	expect(await readdir(join(out, 'articles'))).toEqual([`${slug}.json`]);
	expect(await readFile(join(out, 'index.json'), 'utf8')).not.toContain(slug);
});

test('a target is written by publishing, told of in the log, and brought back', async () => {
	const { newsroom, out, stories } = await sampleCopy();
	const settings = await readStory(join(newsroom, 'newsroom.json'));
	const targets = [{ name: 'Site', folder: out, onPublish: true }];
	await writeFile(join(newsroom, 'newsroom.json'), JSON.stringify({ ...settings, targets }));
	const ready = (await Promise.all(stories.map(readStory))).find((story) => story.status === 'ready');
	const at = ['--newsroom', newsroom, '--target', 'Site'];
	expect(await galley('export', ...at, '--out', out)).toMatchObject({ code: 2 });
	expect(await galley('export', ...at, '--ready')).toMatchObject({ code: 2 });
	expect(await galley('export', '--newsroom', newsroom, '--target', 'Moon')).toMatchObject({ code: 3 });
	expect(await galley('rollback', ...at)).toMatchObject({ code: 3, err: expect.stringContaining('no earlier export') });
	expect(await galley('export', ...at)).toMatchObject({ code: 0 });
	const published = await galley('publish', '--newsroom', newsroom, '--slug', ready.slug, '--json');
	expect(JSON.parse(published.out).targets).toEqual([{ name: 'Site', standing: { kind: 'idle' } }]);
	expect(await readdir(join(out, 'articles'))).toContain(`${ready.slug}.json`);

	const log = JSON.parse((await galley('log', ...at, '--json')).out).logs[0].lines;
	expect(log).toMatchObject([
		{
			number: 2,
			isNow: true,
			stories: expect.arrayContaining([expect.objectContaining({ headline: ready.headline })]),
		},
		{ number: 1, canRollBack: true },
	]);
	expect((await galley('rollback', ...at, '--dry-run')).out).toContain(`removed  ${ready.headline}`);
	expect(await readdir(join(out, 'articles'))).toContain(`${ready.slug}.json`);
	expect(await galley('rollback', ...at, '--to', '1')).toMatchObject({ code: 0 });
	expect(await readdir(join(out, 'articles'))).not.toContain(`${ready.slug}.json`);
	expect((await galley('log', ...at)).out).toContain('roll back to 1');
	expect((await galley('export', ...at)).out).toContain('1 story written');
});

test('stories are published by their slugs or when they are due, and refused while they have errors', async () => {
	const { newsroom, stories } = await sampleCopy();
	const all = await Promise.all(stories.map(async (file) => ({ file, story: await readStory(file) })));
	const ready = all.filter(({ story }) => story.status === 'ready');
	const [due, bad] = ready;
	if (due === undefined || bad === undefined) throw new Error('the sample has two ready stories');
	const scheduled = '2025-03-01T09:00:00Z';
	const dates = { ...due.story.dates, scheduled };
	await writeFile(due.file, JSON.stringify({ ...due.story, dates }));
	await writeFile(bad.file, JSON.stringify({ ...bad.story, headline: '' }));
	const publish = ['publish', '--newsroom', newsroom];

	const dry = await galley(...publish, '--due', '--dry-run');
	expect(dry).toMatchObject({ code: 0, out: expect.stringContaining(due.story.headline) });
	expect((await readStory(due.file)).status).toBe('ready');
	const run = await galley(...publish, '--due', '--json');
	expect(run.code).toBe(0);
	expect(JSON.parse(run.out).stories).toMatchObject([{ id: due.story.id, outcome: 'published' }]);
	expect(await readStory(due.file)).toMatchObject({ status: 'published', dates: { published: scheduled } });
	expect((await galley(...publish, '--due')).out).toContain('No story is due.');
	const embargo = { untilLifted: true, reason: 'court order' };
	await writeFile(bad.file, JSON.stringify({ ...bad.story, embargo, dates: { ...bad.story.dates, scheduled } }));
	for (const look of [['--due', '--dry-run'], ['--due']]) {
		const held = await galley(...publish, ...look);
		expect(held).toMatchObject({ code: 0, out: expect.stringContaining(`held              ${bad.story.headline}`) });
		expect(held.out).toContain('until it is lifted (court order)');
	}
	expect((await readStory(bad.file)).status).toBe('ready');
	await writeFile(bad.file, JSON.stringify({ ...bad.story, headline: '' }));

	const refused = await galley(...publish, '--slug', bad.story.slug, '--slug', due.story.slug);
	expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('no headline') });
	expect(refused.out).toContain('already published');
	expect((await readStory(bad.file)).status).toBe('ready');
	expect((await galley(...publish)).code).toBe(2);

	const slug = ['--slug', due.story.slug];
	await writeFile(due.file, JSON.stringify({ ...(await readStory(due.file)), standfirst: 'There were twelve.' }));
	expect((await galley(...publish, ...slug, '--as', 'correction')).code).toBe(2);
	expect((await galley(...publish, ...slug, '--note', 'Twelve.')).code).toBe(2);
	const told = await galley(...publish, ...slug, '--as', 'correction', '--note', 'It was twelve.');
	expect(told).toMatchObject({ code: 0, out: expect.stringContaining('changes published') });
	expect(await readStory(due.file)).toMatchObject({ corrections: [{ kind: 'correction', text: 'It was twelve.' }] });
});

test('several stories are exported and checked by their slugs, each once', async () => {
	const { newsroom, out, stories } = await sampleCopy();
	const all = await Promise.all(stories.map(readStory));
	const [one, other] = all.filter((story) => story.status !== 'withdrawn').map(({ slug }) => slug);
	const given = ['--slug', one, '--slug', other, '--slug', one];
	const run = await galley('export', '--newsroom', newsroom, '--out', out, ...given);
	expect(run).toMatchObject({ code: 0, err: '' });
	expect((await readdir(join(out, 'articles'))).sort()).toEqual([`${one}.json`, `${other}.json`].sort());
	const checked = await galley('check', '--newsroom', newsroom, ...given, '--json');
	expect(
		JSON.parse(checked.out)
			.stories.map(({ slug }: { slug: string }) => slug)
			.sort(),
	).toEqual([one, other].sort());
	const wrong = await galley('export', '--newsroom', newsroom, '--out', out, '--slug', one, '--slug', 'nobody');
	expect(wrong).toMatchObject({ code: 2, err: 'No story has the slug “nobody”.\n' });
});

test('a story with errors is told by check and export, with exit code 1', async () => {
	const { newsroom, out, stories } = await sampleCopy();
	const slug = await spoilOne(stories);
	const checked = await galley('check', '--newsroom', newsroom);
	expect(checked.code).toBe(1);
	expect(checked.out).toContain('The story has no headline.');
	const asJson = await galley('check', '--newsroom', newsroom, '--slug', slug, '--json');
	expect(asJson.code).toBe(1);
	expect(JSON.parse(asJson.out).stories).toMatchObject([{ slug, problems: [{ check: 'headline-missing' }] }]);
	const exported = await galley('export', '--newsroom', newsroom, '--out', out);
	expect(exported.code).toBe(1);
	expect(exported.out).toContain(`1 story is kept back:\n  ${slug}\n    The story has no headline.`);
});

test('check follows what the newsroom chose, and tells what it cannot use', async () => {
	const { newsroom, stories } = await sampleCopy();
	const slug = await spoilOne(stories, { headline: 'A headline', standfirst: '' });
	const settings = join(newsroom, 'newsroom.json');
	const written = JSON.parse(await readFile(settings, 'utf8'));
	const checks = { 'standfirst-missing': { severity: 'error' }, 'headline-lnog': { on: false } };
	await writeFile(settings, JSON.stringify({ ...written, checks }));
	const checked = await galley('check', '--newsroom', newsroom, '--slug', slug);
	expect(checked.code).toBe(1);
	expect(checked.out).toContain('error   The story has no standfirst.');
	expect(checked.out).toContain('newsroom.json: There is no check “headline-lnog”.');
	const asJson = JSON.parse((await galley('check', '--newsroom', newsroom, '--slug', slug, '--json')).out);
	expect(asJson).toMatchObject({
		stories: [{ problems: [{ check: 'standfirst-missing', severity: 'error' }] }],
		settings: ['There is no check “headline-lnog”'],
	});
});

test('check tells links in the words to own stories that readers do not have', async () => {
	const { newsroom, stories } = await sampleCopy();
	const all = await Promise.all(stories.map(readStory));
	const draft = all.find(({ status }) => status === 'draft');
	const { siteUrl } = JSON.parse(await readFile(join(newsroom, 'newsroom.json'), 'utf8'));
	const link = (slug: string) => `See <a href="${siteUrl}/${slug}">this</a>.`;
	const html = [draft.slug, 'a-story-that-nobody-wrote', 'privacy-policy'].map(link).join(' ');
	const slug = await spoilOne(stories, { body: [{ id: 'b1', type: 'paragraph', html }], keyPoints: [] });
	const checked = JSON.parse((await galley('check', '--newsroom', newsroom, '--slug', slug, '--json')).out);
	expect(checked.stories[0].problems).toMatchObject([
		{ check: 'own-link-gone', where: { field: 'block', block: 'b1' } },
		{ check: 'own-link-unpublished', message: expect.stringContaining(`“${draft.headline}”, which is a draft`) },
	]);
});

test('a damaged file is named with its line', async () => {
	const { newsroom, stories } = await sampleCopy();
	await writeFile(stories[0] ?? '', '{\n"id": }');
	const { code, out } = await galley('check', '--newsroom', newsroom);
	expect(code).toBe(1);
	expect(out).toMatch(/articles\/.*\.json:2 is damaged\./);
});

test.each([
	['an unknown command', ['publish']],
	['an unknown option', ['check', '--nonsense']],
	['no newsroom', ['export', '--out', 'x']],
])('%s is wrong usage', async (_name, args) => {
	const { code, out, err } = await galley(...args);
	expect(code).toBe(2);
	expect(out).toBe('');
	expect(err).not.toBe('');
});

test('an unknown slug, or --all with --slug, is wrong usage', async () => {
	const { newsroom, out } = await sampleCopy();
	expect(await galley('check', '--newsroom', newsroom, '--slug', 'nobody')).toMatchObject({
		code: 2,
		err: 'No story has the slug “nobody”.\n',
	});
	expect((await galley('export', '--newsroom', newsroom, '--out', out, '--all', '--slug', 'x')).code).toBe(2);
});

test('a newsroom or a target that cannot be used ends with exit code 3 and one sentence', async () => {
	const { newsroom } = await sampleCopy();
	const nowhere = await galley('check', '--newsroom', join(newsroom, 'nowhere'));
	expect(nowhere.code).toBe(3);
	expect(nowhere.err).toContain('There is no folder at');
	expect(nowhere.err).not.toContain('    at ');
	const inside = await galley('export', '--newsroom', newsroom, '--out', join(newsroom, 'out'));
	expect(inside.code).toBe(3);
	expect(inside.err).toContain('lies in the newsroom itself');
});

test('a newsroom is backed up, restored elsewhere and tidied; a changed backup is refused', async () => {
	const { newsroom, out } = await sampleCopy();
	const zip = `${out}.zip`;
	const made = await galley('backup', '--newsroom', newsroom, '--out', zip, '--json');
	expect(made).toMatchObject({ code: 0, err: '' });
	expect(await galley('backup', '--newsroom', newsroom, '--out', zip)).toMatchObject({ code: 3, out: '' });
	const restored = await galley('restore', '--from', zip, '--to', out, '--json');
	expect(restored.code).toBe(0);
	expect(JSON.parse(restored.out).files).toBe(JSON.parse(made.out).files);
	expect(await readdir(out, { recursive: true })).toEqual(await readdir(newsroom, { recursive: true }));
	const tidied = await galley('tidy', '--newsroom', out, '--dry-run', '--json');
	expect(tidied.code).toBe(0);
	expect(JSON.parse(tidied.out).removed).toEqual([]);
	const bytes = await readFile(zip);
	bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
	await writeFile(zip, bytes);
	const refused = await galley('restore', '--from', zip, '--to', `${out}-2`);
	expect(refused.code).toBe(3);
	expect(refused.err).toContain('is not a whole backup');
	await expect(readdir(`${out}-2`)).rejects.toThrow();
});

test('a backup or a restore that cannot be made ends with exit code 3 and one sentence, and changes nothing', async () => {
	const { newsroom, out } = await sampleCopy();
	const zip = `${out}.zip`;
	await galley('backup', '--newsroom', newsroom, '--out', zip);
	const before = (await readdir(newsroom, { recursive: true })).sort();
	const pipe = `${out}-pipe.zip`;
	execFileSync('mkfifo', [pipe]);
	const tries: readonly (readonly [string[], string])[] = [
		[['restore', '--from', zip, '--to', join(newsroom, 'articles/2031')], 'lies in the newsroom'],
		[['restore', '--from', pipe, '--to', out], 'neither a file nor a folder'],
		[['restore', '--from', zip, '--to', join(zip, 'desk')], 'leads through a file'],
		[['backup', '--newsroom', newsroom, '--out', join(zip, 'desk.zip')], 'is a file, not a folder'],
		[['backup', '--newsroom', newsroom, '--out', `${out}${'a'.repeat(300)}.zip`], 'name is too long'],
		[['backup', '--newsroom', newsroom, '--out', join(newsroom, 'newsroom.json'), '--replace'], 'lies in the newsroom'],
		[['backup', '--newsroom', newsroom, '--out', command, '--replace'], 'is not a backup that Galley made'],
	];
	for (const [args, sentence] of tries) {
		const { code, out, err } = await galley(...args);
		expect({ args, code, out }).toEqual({ args, code: 3, out: '' });
		expect(err).toContain(sentence);
		expect(err).not.toContain('    at ');
	}
	expect((await readdir(newsroom, { recursive: true })).sort()).toEqual(before);
}, 300_000);

test('serve prints the address, stays up, and ends on Ctrl-C', async () => {
	const { newsroom } = await sampleCopy();
	const home = await mkdtemp(join(tmpdir(), 'galley-cli-home-'));
	const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, GALLEY_DOCUMENTS: home };
	const child = spawn(process.execPath, [command, 'serve', '--newsroom', newsroom], { cwd: home, env });
	let out = '';
	const closed = new Promise<number | null>((done) => {
		child.on('close', done);
	});
	const address = new Promise<void>((done) => {
		child.stdout.on('data', (chunk: Buffer) => {
			out += chunk.toString('utf8');
			if (out.includes('Galley is open at')) done();
		});
	});
	await Promise.race([address, closed]);
	expect(out).toMatch(/^Galley is open at http:\/\/127\.0\.0\.1:\d+\/#token=\S+\n$/);
	await setTimeout(100);
	child.kill('SIGTERM');
	expect(await closed).toBe(0);
}, 300_000);
