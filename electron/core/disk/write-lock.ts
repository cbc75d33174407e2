import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isTemporary, removeQuietly, temporaryBeside } from './atomic-write.ts';
import { errorCode, type FileSystem, noSecondNames } from './file-system.ts';
import { type ProcessName, stateOfProcess, thisProcess } from './process.ts';

/** Lets one Galley at a time change the files of a newsroom. */
export interface WriteLock {
	/**
	 * Runs the work alone; what another Galley or another caller is doing ends first. The lock itself is let go right after
	 * this has answered.
	 */
	hold<Value>(work: () => Promise<Value>): Promise<Value>;
	/** Waits for what is under way, and leaves nothing behind; it can be held again all the same. */
	rest(): Promise<void>;
}

/** How long a lock may stay the same, in milliseconds, before its holder counts as dead; held are only moments. */
const longestHeld = 15_000;
/** As long for a lock that names no holder, which a crash leaves while it is being made. */
const longestNameless = 2000;
/** What a disk answers that takes no lock; the checks around each rename still hold there. */
const noLockHere = ['EACCES', 'EPERM', 'EROFS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** A lock as it was found. */
interface FoundLock {
	readonly holder: string;
	/** Tells it from the lock that the same holder takes next. */
	readonly taken: string;
}

/**
 * Makes the lock of a newsroom: the file `.galley/lock`, which names the process that holds it. To take it, a file of its
 * own with that name in it gets `lock` as a second name, which a disk does three times as quickly as making a file.
 */
export function createWriteLock(disk: FileSystem, newsroom: string): WriteLock {
	const folder = join(newsroom, '.galley');
	const file = join(folder, 'lock');
	const breaker = join(folder, 'lock.breaking');
	const name = ownName();
	let last: Promise<void> = Promise.resolve();
	/** The file of its own, which any other Galley removes as a leftover once it is old; null until there is one. */
	let own: string | null = null;
	let hasSecondNames = true;

	const look = async (path: string): Promise<FoundLock | null> => {
		try {
			const holder = Buffer.from(await disk.readFile(path)).toString('utf8');
			const { ino, ctimeMs } = await disk.lstat(path);
			return { holder, taken: `${ino} ${ctimeMs} ${holder}` };
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
	const breakLock = async (dead: FoundLock) => {
		if (!(await tryMake(disk, breaker, ownName()))) return;
		try {
			if ((await look(file))?.taken === dead.taken) await remove(file);
		} finally {
			await remove(breaker);
		}
	};

	const makeOwn = async () => {
		const path = temporaryBeside(file);
		await disk.makeFolder(folder);
		await removeOwnOfDead(disk, folder);
		if (!(await tryMake(disk, path, name))) throw new Error(`${path} is there already`);
		own = path;
		return path;
	};

	/** Takes the lock if nobody has it. */
	const tryTake = async (): Promise<boolean> => {
		if (!hasSecondNames) return tryMake(disk, file, name);
		const hadOwn = own !== null;
		try {
			await disk.link(own ?? (await makeOwn()), file);
			return true;
		} catch (error) {
			const code = errorCode(error) ?? '';
			if (code === 'EEXIST') return false;
			if (code === 'ENOENT' && hadOwn) {
				// Removed as a leftover, or with all of `.galley`.
				own = null;
				return tryTake();
			}
			if (!noSecondNames.includes(code)) throw error;
			hasSecondNames = false;
			await leaveOwn();
			return tryTake();
		}
	};

	/** Takes the lock that somebody has as soon as it can be had. */
	const takeNext = async () => {
		const watched = { lock: watchForChange(), breaker: watchForChange() };
		do {
			const found = await look(file);
			if (found?.holder === name) {
				// It was let go, but the disk kept it, or brought it back when it was connected again.
				await remove(file);
				continue;
			}
			if (found !== null && isDead(found, watched.lock(found))) await breakLock(found);
			const breaking = await look(breaker);
			if (breaking !== null && isDead(breaking, watched.breaker(breaking))) await remove(breaker);
			await setTimeout(2 + Math.random() * 10);
		} while (!(await tryTake()));
	};

	const letGo = async (taken: Moment) => {
		try {
			// It is another's by now when this process slept so long that it counted as dead.
			if (isWithin(longestHeld / 3, taken) || (await look(file))?.holder === name) await remove(file);
		} catch {
			// What was done stands. The next one here removes it, and others once it has been the same for too long.
		}
	};

	const leaveOwn = async () => {
		const left = own;
		own = null;
		if (left !== null) await removeQuietly(disk, left);
	};

	/** Takes the lock; null where the disk takes none. */
	const take = async (): Promise<Moment | null> => {
		try {
			if (!(await tryTake())) await takeNext();
		} catch (error) {
			if (!noLockHere.includes(errorCode(error) ?? '')) throw error;
			return null;
		}
		return momentNow();
	};

	/** Waits for all that is in line; answers what lets the next in line go on. */
	const stepInLine = async (): Promise<() => void> => {
		let leave = () => {};
		const before = last;
		last = new Promise((resolve) => {
			leave = resolve;
		});
		await before;
		return leave;
	};

	return {
		async hold(work) {
			const leave = await stepInLine();
			let taken: Moment | null = null;
			try {
				taken = await take();
				return await work();
			} finally {
				// Whoever waits for the work goes on first, for letting go takes as long as a rename.
				setImmediate(async () => {
					if (taken !== null) await letGo(taken);
					leave();
				});
			}
		},
		async rest() {
			const leave = await stepInLine();
			await leaveOwn();
			leave();
		},
	};
}

function ownName(): string {
	const { pid, started, computer } = thisProcess();
	return `${[pid, randomUUID().replaceAll('-', ''), started, computer].filter((part) => part !== '').join(' ')}\n`;
}

/** A moment on the clock of the day, which goes on while a computer sleeps, and on the one that nobody sets. */
interface Moment {
	readonly day: number;
	readonly steady: number;
}

function momentNow(): Moment {
	return { day: Date.now(), steady: performance.now() };
}

function isWithin(milliseconds: number, { day, steady }: Moment): boolean {
	return Math.abs(Date.now() - day) < milliseconds && performance.now() - steady < milliseconds;
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

/** Answers for how many milliseconds a lock has been the same; another computer's clock is never asked. */
function watchForChange(): (present: FoundLock) => number {
	let seen: string | null = null;
	let since = 0;
	return ({ taken }) => {
		if (taken !== seen) {
			seen = taken;
			since = Date.now();
		}
		return Date.now() - since;
	};
}

function isDead({ holder }: FoundLock, unchangedFor: number): boolean {
	if (readName(holder) === null) return unchangedFor > longestNameless;
	return unchangedFor > longestHeld || hasDied(holder);
}

/** The process that a lock names; null for one that was cut off while it was written. */
function readName(holder: string): ProcessName | null {
	const [, pid, started = '', computer] = /^(\d+) [0-9a-f]+ (?:([0-9a-f-]{36}:\d+) )?(.*)\n$/.exec(holder) ?? [];
	return pid === undefined || computer === undefined ? null : { computer, pid: Number(pid), started };
}

/** Whether that is a process of this computer which is no more; of another computer nobody here can tell. */
function hasDied(holder: string): boolean {
	const named = readName(holder);
	return named !== null && stateOfProcess(named) === 'ended';
}

/**
 * Removes the files with which processes took the lock that were killed since. Whoever is alive after all makes another
 * one, so that nothing is lost.
 */
export async function removeOwnOfDead(disk: FileSystem, folder: string): Promise<void> {
	const left = await orNothing(disk.list(folder));
	for (const entry of left ?? []) {
		if (!entry.isFile() || !entry.name.startsWith('.lock.') || !isTemporary(entry.name)) continue;
		const path = join(folder, entry.name);
		const holder = await orNothing(disk.readUnlinked(path));
		if (holder !== null && hasDied(Buffer.from(holder).toString('utf8'))) await removeQuietly(disk, path);
	}
}

/** What the disk answers; null where it refuses, or where another Galley has removed it just now. */
async function orNothing<Value>(answer: Promise<Value>): Promise<Value | null> {
	try {
		return await answer;
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return null;
	}
}
