import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode, type FileSystem } from './file-system.ts';

/** Lets one Galley at a time change the files of a newsroom. */
export interface WriteLock {
	/** Runs the work alone; what another Galley or another caller is doing ends first. */
	hold<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** How long a lock may stay the same, in milliseconds, before its holder counts as dead; held are only moments. */
const longestHeld = 15_000;
/** As long for a lock that names no holder, which a crash leaves while it is being made. */
const longestNameless = 2000;
/** What a disk answers that takes no lock; the checks around each rename still hold there. */
const noLockHere = ['EACCES', 'EPERM', 'EROFS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Makes the lock of a newsroom: the file `.galley/lock`, which names the process that holds it. */
export function createWriteLock(disk: FileSystem, newsroom: string): WriteLock {
	const folder = join(newsroom, '.galley');
	const file = join(folder, 'lock');
	const breaker = join(folder, 'lock.breaking');
	let last: Promise<unknown> = Promise.resolve();
	/** The lock that was let go last; the disk may have kept it, or brought it back when it was connected again. */
	let letGoLast: string | null = null;

	const read = async (path: string): Promise<string | null> => {
		try {
			return Buffer.from(await disk.readFile(path)).toString('utf8');
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return null;
			throw error;
		}
	};

	const remove = async (path: string) => {
		try {
			await disk.unlink(path);
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
		}
	};

	/** Removes a lock whose holder is dead; one at a time, so that nobody removes the lock that the next one took. */
	const breakLock = async (dead: string) => {
		if (!(await tryMake(disk, breaker, ownName()))) return;
		try {
			if ((await read(file)) === dead) await remove(file);
		} finally {
			await remove(breaker);
		}
	};

	const take = async (name: string) => {
		const watched = { lock: watchForChange(), breaker: watchForChange() };
		while (!(await tryMake(disk, file, name))) {
			const holder = await read(file);
			if (holder !== null && holder === letGoLast) {
				await remove(file);
				continue;
			}
			if (holder !== null && isDead(holder, watched.lock(holder))) await breakLock(holder);
			const breaking = await read(breaker);
			if (breaking !== null && isDead(breaking, watched.breaker(breaking))) await remove(breaker);
			await setTimeout(2 + Math.random() * 10);
		}
	};

	const letGo = async (name: string) => {
		letGoLast = name;
		try {
			// It is another's by now when this process slept so long that it counted as dead.
			if ((await read(file)) === name) await remove(file);
		} catch {
			// What was done stands. The next one here removes it, and others once it has been the same for too long.
		}
	};

	const holdAlone = async <Value>(work: () => Promise<Value>): Promise<Value> => {
		const name = ownName();
		try {
			await disk.makeFolder(folder);
			await take(name);
		} catch (error) {
			if (!noLockHere.includes(errorCode(error) ?? '')) throw error;
			return work();
		}
		try {
			return await work();
		} finally {
			await letGo(name);
		}
	};

	return {
		hold(work) {
			const result = last.then(() => holdAlone(work));
			// The next in line runs whether this one fails or not; its own caller hears of the failure.
			last = result.catch(() => undefined);
			return result;
		},
	};
}

function ownName(): string {
	return `${process.pid} ${randomBytes(8).toString('hex')} ${hostname()}\n`;
}

async function tryMake(disk: FileSystem, path: string, name: string): Promise<boolean> {
	let file: Awaited<ReturnType<FileSystem['open']>>;
	try {
		file = await disk.open(path, 'wx');
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
	try {
		await file.writeFile(Buffer.from(name, 'utf8'));
		return true;
	} catch (error) {
		await disk.unlink(path);
		throw error;
	} finally {
		await file.close();
	}
}

/** Answers for how many milliseconds what it is given has been the same; another computer's clock is never asked. */
function watchForChange(): (present: string) => number {
	let seen: string | null = null;
	let since = 0;
	return (present) => {
		if (present !== seen) {
			seen = present;
			since = Date.now();
		}
		return Date.now() - since;
	};
}

function isDead(holder: string, unchangedFor: number): boolean {
	const [, pid, host] = /^(\d+) [0-9a-f]+ (.*)\n$/.exec(holder) ?? [];
	if (pid === undefined) return unchangedFor > longestNameless;
	if (unchangedFor > longestHeld) return true;
	return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) !== 'ESRCH';
	}
}
