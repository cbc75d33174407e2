import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { errorCode } from './file-system.ts';

/** A process by a name that it leaves on the disk, so that others can see later whether it still runs. */
export const ProcessName = z.object({
	computer: z.string(),
	pid: z.int().min(1),
	/** Tells it from an earlier or later process of the same number, where the system says when it began; else empty. */
	started: z.string(),
});
export type ProcessName = z.infer<typeof ProcessName>;

/** This process. */
export function thisProcess(): ProcessName {
	return { computer: hostname(), pid: process.pid, started: startOf(process.pid) ?? '' };
}

/**
 * Whether a process runs now: this one, another one here, none, or one elsewhere that nobody here sees. Only `ended` is
 * certain enough to clear away what it left. `wroteAt` is when it left its name, where that is known.
 */
export function stateOfProcess(
	{ computer, pid, started }: ProcessName,
	wroteAt: Date | null = null,
): 'this' | 'running' | 'ended' | 'elsewhere' {
	if (computer !== hostname()) return 'elsewhere';
	if (!isRunning(pid)) return 'ended';
	const present = startOf(pid);
	if (present !== null && started !== '' && present !== started) return 'ended';
	// Without a start to compare, nothing that wrote before the computer started still runs, whatever has its number now.
	const isStartKnown = present !== null && started !== '';
	if (!isStartKnown && wroteAt !== null && wroteAt.getTime() < Date.now() - uptime() * 1000) return 'ended';
	return pid === process.pid ? 'this' : 'running';
}

/** Names this process within the name of a file; see `hasEnded`. */
export function processMark(): string {
	const { computer, pid, started } = thisProcess();
	return `${digestOf(computer)}-${pid}-${digestOf(started)}`;
}

/** Whether the process with this mark ran on this computer and has ended; false where nobody here can see that. */
export function hasEnded(mark: string): boolean {
	const [computer, number, start = ''] = mark.split('-');
	const pid = Number(number);
	if (computer !== digestOf(hostname()) || !Number.isInteger(pid) || pid < 1) return false;
	if (!isRunning(pid)) return true;
	const present = startOf(pid);
	return present !== null && ![digestOf(''), digestOf(present)].includes(start);
}

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Another person's process may not be asked, and so is there.
		return errorCode(error) !== 'ESRCH';
	}
}

/** When a process began, by the clock ticks of this start of the computer (proc(5)); null where the system does not say. */
function startOf(pid: number): string | null {
	if (process.platform !== 'linux') return null;
	try {
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name in brackets may hold spaces; the 22nd field is the 20th after it.
		const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
		return ticks === undefined ? null : `${boot}:${ticks}`;
	} catch {
		// No such process, or a system without /proc.
		return null;
	}
}
