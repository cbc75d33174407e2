import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Failure } from '#shared/failure.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { errorCode } from '../disk/file-system.ts';
import { brokenFiles, checkAfter, checkLive } from '../testing/fault-check.ts';
import { type Acknowledged, type FaultHost, makeTemplate, openHost, quickDisk } from '../testing/fault-host.ts';
import { notDone, type WritePath, writePaths } from '../testing/fault-writes.ts';
import { type Fault, faultyFileSystem } from '../testing/faulty-file-system.ts';
import { tempFolder } from '../testing/temp-newsroom.ts';

/** How the disk fails from the n-th call on, and the name under which that is counted. */
interface Kind {
	readonly name: string;
	fault(call: number): Fault;
}

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'ENOENT'];
const kinds: readonly Kind[] = [
	...codes.map((code) => ({
		name: `${code} once`,
		fault: (call: number): Fault => ({ operation: 'any write', code, call, times: 1 }),
	})),
	...['ENOSPC', 'EROFS', 'ENOENT'].map((code) => ({
		name: `${code} from then on`,
		fault: (call: number): Fault => ({ operation: 'any write', code, call }),
	})),
	{
		name: 'torn write',
		fault: (call) => ({ operation: 'file.writeFile', code: 'ENOSPC', call, times: 1, bytesBefore: 40 }),
	},
	{ name: 'stall', fault: (call) => ({ operation: 'any write', code: 'stall', call, times: 1 }) },
];
const mostSteps = 100;
/** No system gives a process so high a number. */
const noProcess = 2 ** 22 + 1;
/** The whole test fails every step, its short slice a few, beginning elsewhere for each path and failure. */
const stride = runsOf({ short: 25, long: 1 });

const figures = { cases: 0, acknowledged: 0, refused: 0, losses: 0, unreadable: 0, unclear: 0, notResumed: 0 };
const problems: string[] = [];

test('no write path loses an acknowledged save or the journal, whichever step the disk fails at', async () => {
	const root = await tempFolder();
	const template = join(root, 'template');
	const acknowledged = await makeTemplate(join(root, 'first'), template);
	const waiting = writePaths
		.flatMap((path) => kinds.map((kind) => ({ path, kind })))
		.map((pair, index) => ({ ...pair, first: 1 + (index % stride) }));
	const lane = async (folder: string) => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			for (let step = next.first; step < mostSteps; step += stride) {
				if (!(await runCase({ ...next, step, folder, template, acknowledged }))) break;
			}
		}
	};
	await Promise.all([1, 2, 3, 4].map((number) => lane(join(root, `lane-${number}`))));
	console.log(`${writePaths.length} write paths, ${kinds.length} failures: ${JSON.stringify(figures)}`);
	expect(problems).toEqual([]);
	expect(figures.cases).toBeGreaterThan(1000 / stride);
}, 1_800_000);

interface Case {
	readonly path: WritePath;
	readonly kind: Kind;
	/** The call that fails first, from 1. */
	readonly step: number;
	readonly folder: string;
	readonly template: string;
	readonly acknowledged: Acknowledged;
}

/** Runs a write path on a disk that fails at one step; false when it has no such step. */
async function runCase({ path, kind, step, folder, template, acknowledged }: Case): Promise<boolean> {
	await rm(folder, { recursive: true, force: true });
	await cp(template, folder, { recursive: true });
	const faulty = faultyFileSystem(quickDisk());
	const host = await openHost(folder, faulty.disk);
	const name = `${path.name}, ${kind.name} at step ${step}`;
	const problem = (what: keyof typeof figures, text: string) => {
		figures[what] += 1;
		problems.push(`${name}: ${text}`);
	};
	const fault = kind.fault(step);
	const mend = faulty.fail(fault);
	const running = path.run(host, acknowledged);
	if (fault.code === 'stall') {
		await Promise.race([running, wait(15)]);
		for (const broken of await brokenFiles(host.newsroom)) problem('unreadable', `while it stalls, ${broken}`);
		faulty.release();
	}
	const result = await running;
	mend();
	if (faulty.hits() > 0) {
		// As a crash would leave it: nothing ends well first.
		const after = await copyOf(folder);
		figures.cases += 1;
		figures[result.ok ? 'acknowledged' : 'refused'] += 1;
		if (!result.ok && !isClear(result.failure)) problem('unclear', `${result.failure.code} ${result.failure.message}`);
		if (!result.ok && fault.code === 'stall') problem('notResumed', result.failure.message);
		const reason = await whyNotAgain(path, host, acknowledged, result.ok);
		if (reason !== null) problem('notResumed', reason);
		for (const each of await checkLive(host, path, acknowledged)) problem('losses', `lost ${each}`);
		await host.core.close();
		// In its own place, as the journal beside a newsroom goes by that.
		await rm(folder, { recursive: true });
		await rename(after, folder);
		const found = await checkAfter(folder, path, result, acknowledged);
		for (const each of found.lost) problem('losses', `lost ${each}`);
		for (const each of found.unreadable) problem('unreadable', `unreadable ${each}`);
		return true;
	}
	await host.core.close();
	return false;
}

async function copyOf(folder: string): Promise<string> {
	const after = `${folder}-after`;
	await rm(after, { recursive: true, force: true });
	await cp(folder, after, { recursive: true });
	for (const lock of ['lock', 'lock.breaking']) await nameDeadHolder(join(after, 'desk/.galley', lock));
	return after;
}

/** A crash ends whoever holds a lock; a start would wait for this process, which lives on, until the lock is too old. */
async function nameDeadHolder(lock: string): Promise<void> {
	try {
		await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, `${noProcess}`));
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
	}
}

/** Whether a failure is a sentence for an editor that says that the disk is to blame, or that nothing was done. */
function isClear({ code, message }: Failure): boolean {
	return (code === 'disk' || code === notDone) && /^[A-Z“].* .*\.$/s.test(message) && !/\bE[A-Z]{3,}\b/.test(message);
}

/** Why a request does not succeed once the disk works again; null when it does, or need not. */
async function whyNotAgain(
	path: WritePath,
	host: FaultHost,
	acknowledged: Acknowledged,
	isDone: boolean,
): Promise<string | null> {
	if (isDone && path.onlyOnce === true) return null;
	const again = await Promise.race([path.run(host, acknowledged), wait(5000, null, { ref: false })]);
	if (again === null) return 'it does not answer once the disk works again';
	// It may have been done though its end could not be acknowledged; then `checkLive` finds what it did.
	if (!again.ok && path.onlyOnce === true && again.failure.code !== 'disk') return null;
	return again.ok ? null : `again: ${again.failure.code} ${again.failure.message}`;
}
