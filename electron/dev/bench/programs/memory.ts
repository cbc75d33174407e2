import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What this process holds in memory, its worker threads included, in MB. */
export function residentMegabytes(): number {
	return process.memoryUsage.rss() / 1e6;
}

/** The most that this process ever held, in MB. */
export function peakMegabytes(): number {
	// `maxRSS` is in kilobytes on every system.
	return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

/** The heap of the main thread, in MB. */
export function heapMegabytes(): number {
	return process.memoryUsage().heapUsed / 1e6;
}

/** What this process holds once everything that nobody holds is gone from the main thread, in MB. */
export function settledMegabytes(): number {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect !== 'function') throw new Error('This Node does not let its memory be tidied.');
	for (let round = 0; round < 3; round += 1) collect();
	return residentMegabytes();
}
