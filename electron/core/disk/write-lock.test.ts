import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { removeLeftovers } from '../newsroom/leftovers.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { failingDisk, systemError, tempFolder } from '../testing/temp-newsroom.ts';
import { realFileSystem } from './file-system.ts';
import { checkNewsroomPath } from './newsroom-path.ts';
import { createWriteLock } from './write-lock.ts';

const noSecondNames = failingDisk({ link: () => Promise.reject(systemError('EPERM')) });

/** Runs the loop that counts under the lock; it is killed when the test ends. */
async function count(script: string, newsroom: string, times: number, hang = ''): Promise<ChildProcess> {
	const child = spawn(process.execPath, [script, newsroom, String(times), hang], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	onTestFinished(() => {
		child.kill('SIGKILL');
	});
	return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

const isLetGo = (newsroom: string) =>
	vi.waitFor(async () => expect(await readdir(join(newsroom, '.galley'))).not.toContain('lock'), 60_000);

test('of processes that change one file under the lock, none loses what another wrote', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/lock-loop.ts'));
	const newsroom = await tempFolder();
	await writeFile(join(newsroom, 'counter'), '0');
	const children = await Promise.all([100, 101, 102].map((times) => count(script, newsroom, times)));
	expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
	expect(await readFile(join(newsroom, 'counter'), 'utf8')).toBe('303');
	expect(await readdir(join(newsroom, '.galley'))).toEqual([]);
}, 300_000);

test('the lock of a process that was killed is taken at once', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/lock-loop.ts'));
	const newsroom = await tempFolder();
	await writeFile(join(newsroom, 'counter'), '0');
	for (const disk of [realFileSystem, noSecondNames]) {
		const holder = await count(script, newsroom, 0, 'hang');
		await new Promise((resolve) => holder.stdout?.once('data', resolve));
		expect(await readdir(join(newsroom, '.galley'))).toContain('lock');
		holder.kill('SIGKILL');
		await ended(holder);
		const lock = createWriteLock(disk, newsroom);
		expect(await lock.hold(async () => 'held')).toBe('held');
		await isLetGo(newsroom);
	}
}, 300_000);

test('files of its own that killed processes left go when the next one takes the lock or opens the newsroom', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/lock-loop.ts'));
	const newsroom = await tempFolder();
	const folder = join(newsroom, '.galley');
	await writeFile(join(newsroom, 'counter'), '0');
	const own = async () => (await readdir(folder)).filter((name) => name.startsWith('.lock.'));
	const killOne = async () => {
		const holder = await count(script, newsroom, 0, 'hang');
		await new Promise((resolve) => holder.stdout?.once('data', resolve));
		holder.kill('SIGKILL');
		await ended(holder);
	};
	for (let kill = 0; kill < 3; kill += 1) await killOne();
	// Each one takes away what the one before it left.
	expect(await own()).toHaveLength(1);
	await removeLeftovers(realFileSystem, (await checkNewsroomPath(realFileSystem, newsroom)).path);
	expect(await own()).toHaveLength(0);
}, 300_000);

test('what another computer or a living process takes the lock with stays', async () => {
	const newsroom = await tempFolder();
	const folder = join(newsroom, '.galley');
	await mkdir(folder);
	const alive = createWriteLock(realFileSystem, newsroom);
	await alive.hold(async () => {});
	await isLetGo(newsroom);
	const [own = ''] = await readdir(folder);
	await writeFile(join(folder, '.lock.0a1b2c0a1b2c.galley-tmp'), '999999 0a1b2c another-computer\n');
	await mkdir(join(folder, '.lock.1a1b2c0a1b2c.galley-tmp'));
	const dead = spawn(process.execPath, ['-e', '']);
	await ended(dead);
	await writeFile(join(folder, '.lock.2a1b2c0a1b2c.galley-tmp'), `${dead.pid} 0a1b2c ${hostname()}\n`);
	// This very number, of a process before the computer was started again.
	const reused = `${process.pid} 0a1b2c 00000000-0000-0000-0000-000000000000:1 ${hostname()}\n`;
	await writeFile(join(folder, '.lock.3a1b2c0a1b2c.galley-tmp'), reused);
	await createWriteLock(realFileSystem, newsroom).hold(async () => {});
	const left = await readdir(folder);
	expect(left).toContain(own);
	expect(left).toContain('.lock.0a1b2c0a1b2c.galley-tmp');
	expect(left).toContain('.lock.1a1b2c0a1b2c.galley-tmp');
	expect(left).not.toContain('.lock.2a1b2c0a1b2c.galley-tmp');
	if (process.platform === 'linux') expect(left).not.toContain('.lock.3a1b2c0a1b2c.galley-tmp');
});

test.each([
	['a disk of this computer', realFileSystem],
	['a disk without second names', noSecondNames],
])('on %s, one waits for the other, and nothing is left behind', async (_disk, disk) => {
	const newsroom = await tempFolder();
	const [one, other] = [createWriteLock(disk, newsroom), createWriteLock(disk, newsroom)];
	const notes: string[] = [];
	const work = (name: string) => async () => {
		notes.push(`${name} begins`);
		await new Promise((resolve) => setTimeout(resolve, 20));
		notes.push(`${name} ends`);
	};
	await Promise.all([one.hold(work('first')), other.hold(work('other')), one.hold(work('second'))]);
	const pairs = [0, 2, 4].map((at) => notes.slice(at, at + 2).map((note) => note.split(' ')[0]));
	for (const [begun, done] of pairs) expect(begun).toBe(done);
	expect(notes).toHaveLength(6);
	await Promise.all([one.rest(), other.rest()]);
	expect(await readdir(join(newsroom, '.galley'))).toEqual([]);
});

test('the lock is had again after everything in .galley was deleted, and after it could not be let go', async () => {
	const newsroom = await tempFolder();
	let refusals = 0;
	const lock = createWriteLock(
		failingDisk({
			unlink: async (path) => {
				if (refusals > 0 && path.endsWith('lock')) {
					refusals -= 1;
					throw systemError('EIO');
				}
				await realFileSystem.unlink(path);
			},
		}),
		newsroom,
	);
	await lock.hold(async () => {});
	await isLetGo(newsroom);
	await rm(join(newsroom, '.galley'), { recursive: true });
	expect(await lock.hold(async () => 'again')).toBe('again');
	await isLetGo(newsroom);
	refusals = 1;
	await lock.hold(async () => {});
	await vi.waitFor(() => expect(refusals).toBe(0), 60_000);
	expect(await readdir(join(newsroom, '.galley'))).toContain('lock');
	expect(await lock.hold(async () => 'once more')).toBe('once more');
	await isLetGo(newsroom);
});

test('a lock without a name, as a crash leaves it, is taken after two seconds', async () => {
	const newsroom = await tempFolder();
	await mkdir(join(newsroom, '.galley'));
	await writeFile(join(newsroom, '.galley/lock'), '');
	const since = performance.now();
	await createWriteLock(realFileSystem, newsroom).hold(async () => {});
	expect(performance.now() - since).toBeGreaterThan(1900);
}, 300_000);

test('another Galley that holds the lock again and again is not taken for dead', async () => {
	const newsroom = await tempFolder();
	const [busy, patient] = [createWriteLock(realFileSystem, newsroom), createWriteLock(realFileSystem, newsroom)];
	let isOver = false;
	let inside = 0;
	const alone = async () => {
		inside += 1;
		expect(inside).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 3));
		inside -= 1;
	};
	const holding = (async () => {
		while (!isOver) {
			await busy.hold(alone);
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
	})();
	for (let time = 0; time < 5; time += 1) await patient.hold(alone);
	isOver = true;
	await holding;
}, 300_000);
