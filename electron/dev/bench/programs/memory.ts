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
