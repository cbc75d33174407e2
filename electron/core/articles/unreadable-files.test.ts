import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { open, total } from '../index/testing/opened-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { newsroomOf } from '../testing/newsroom-of.ts';
import { watchNewsroom } from '../watcher/newsroom-watch.ts';

const kinds: readonly [string, () => Promise<string | undefined>][] = [
	['in this thread', async () => undefined],
	['in the worker', () => bundleScript(join(import.meta.dirname, '../index/thread/index-worker.ts'))],
];
const reasonsOf = (damaged: ReadonlyMap<string, { readonly reason: string }>) =>
	Object.fromEntries([...damaged].map(([path, { reason }]) => [path, reason]));

describe.skipIf(process.platform === 'win32').each(kinds)('the index %s', (_where, makeWorker) => {
	test('lists each thing that is no story or cannot be read with its reason, and every story all the same', async () => {
		const worker = await makeWorker();
		const { path } = await newsroomOf(300);
		const at = (name: string) => join(path, 'articles/2026', name);
		execFileSync('mkfifo', [at('pipe.json')]);
		const server = createServer().listen(at('socket.json'));
		onTestFinished(() => void server.close());
		await once(server, 'listening');
		await symlink('circle.json', at('circle.json'));
		await symlink('nowhere.json', at('dangling.json'));
		await mkdir(at('folder.json'));
		await writeFile(at(`${'n'.repeat(250)}.json`), '{');
		await writeFile(at('latin.json'), Buffer.from([0xff, 0xfe]));
		const deep = 'd'.repeat(200);
		// Longer than the system takes a path, so it is made of two.
		const chain = Array.from({ length: 15 }, () => deep).join('/');
		for (const half of [at(chain), join(path, chain)]) await mkdir(half, { recursive: true });
		await writeFile(join(path, chain, 'deep.json'), '{}');
		await rename(join(path, deep), join(at(chain), deep));
		onTestFinished(() => void execFileSync('rm', ['-rf', at(deep)]));

		const newsroom = await open(path, worker);
		await newsroom.whole();
		expect(await total(newsroom)).toBe(300);
		expect(newsroom.logged).toEqual([]);
		const reasons = reasonsOf(newsroom.articles.damaged);
		const { [Object.keys(reasons).find((each) => each.includes(deep)) ?? '']: deepReason, ...others } = reasons;
		expect(deepReason).toContain('ENAMETOOLONG');
		expect(others).toEqual({
			'articles/2026/pipe.json': expect.stringContaining('a pipe'),
			'articles/2026/socket.json': expect.stringContaining('a socket'),
			'articles/2026/circle.json': expect.stringContaining('a link'),
			'articles/2026/dangling.json': expect.stringContaining('a link'),
			'articles/2026/folder.json': expect.stringContaining('a folder'),
			[`articles/2026/${'n'.repeat(250)}.json`]: expect.stringContaining('JSON'),
			'articles/2026/latin.json': expect.stringContaining('UTF-8'),
		});
		await newsroom.articles.recheckDamaged();
		expect(Object.keys(reasonsOf(newsroom.articles.damaged))).toHaveLength(8);
	});

	test('a story that became a pipe is damaged, whoever looks at it', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(3);
		const newsroom = await open(path, worker);
		await newsroom.whole();
		const watch = watchNewsroom(newsroom, { settingsChanged: () => {}, log: () => {} });
		onTestFinished(() => watch.close());
		const [file = ''] = files;
		execFileSync('sh', ['-c', 'rm "$1" && mkfifo "$1"', 'sh', join(path, file)]);
		await expect(newsroom.articles.open(ids[0] ?? '')).rejects.toMatchObject({ failure: expect.anything() });
		await vi.waitFor(() => expect(newsroom.articles.damaged.get(file)?.reason).toContain('a pipe'), 60_000);
		await newsroom.close();
		const again = await open(path, worker);
		await again.whole();
		expect(await total(again)).toBe(2);
		expect(again.articles.damaged.get(file)?.reason).toContain('a pipe');
	}, 300_000);
});

/** Opens a newsroom as a user to whom something may be forbidden, and prints what became of it. */
const asNobody = `
	const [, newsroom, core] = process.argv;
	const { openNewsroom, realFileSystem } = await import(core);
	process.setgid(65534);
	process.setuid(65534);
	const opened = await openNewsroom(realFileSystem, newsroom, () => {});
	await opened.whole();
	console.log(JSON.stringify({ size: opened.articles.catalogue.size, damaged: [...opened.articles.damaged.values()] }));
	await opened.close();
`;

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('Only root can become another user: the test of what permissions forbid is left out.');

test.skipIf(!isRoot)(
	'without permission a file is listed, and so is a folder, whose stories stay',
	async () => {
		const { path, files } = await newsroomOf(4);
		const [forbidden = ''] = files;
		const closed = join(path, 'articles/closed');
		await mkdir(closed);
		const story = JSON.parse(await readFile(join(path, forbidden), 'utf8'));
		await writeFile(
			join(closed, 'a.json'),
			JSON.stringify({ ...story, id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F', slug: 'in-there' }),
		);
		execFileSync('chown', ['-R', '65534:65534', path]);
		for (let folder = path; folder !== '/'; folder = join(folder, '..')) await chmod(folder, 0o777);
		const script = join(await bundleScript(join(import.meta.dirname, '../testing/open-newsroom-script.ts')));
		const look = async () => {
			const child = spawn(process.execPath, ['--input-type=module', '-e', asNobody, path, pathToFileURL(script).href], {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const [said] = await once(child.stdout, 'data');
			await once(child, 'exit');
			return JSON.parse(String(said));
		};
		expect(await look()).toEqual({ size: 5, damaged: [] });
		await chown(join(path, forbidden), 0, 0);
		await chmod(join(path, forbidden), 0o600);
		await chown(closed, 0, 0);
		await chmod(closed, 0o700);
		expect(await look()).toEqual({
			size: 4,
			damaged: expect.arrayContaining([
				{ path: forbidden, line: null, reason: expect.stringContaining('EACCES') },
				{ path: 'articles/closed', line: null, reason: expect.stringContaining('EACCES') },
			]),
		});
	},
	300_000,
);
