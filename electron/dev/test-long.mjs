// `npm run test:long`: the tests of which `npm test` does a short slice, whole: kills, faults, interleavings, many stories.
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { inProject } from './paths.mjs';
import { main, run } from './run.mjs';

main(async () => {
	await ensureInstalled();
	const env = { ...process.env, GALLEY_LONG: '1' };
	const unit = await run(process.execPath, [inProject('node_modules/vitest/vitest.mjs'), 'run'], { env });
	const crash = await run(process.execPath, [inProject('electron/dev/test-crash.mjs')]);
	process.exitCode = unit || crash;
});
