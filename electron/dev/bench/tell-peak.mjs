// Loaded into a command that is measured: writes down the most memory that its process held, in MB, when it ends.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.GALLEY_BENCH_PEAK;
if (isMainThread && file) {
	process.on('exit', () => {
		// `maxRSS` is in kilobytes on every system.
		writeFileSync(file, String((process.resourceUsage().maxRSS * 1024) / 1e6));
	});
}
