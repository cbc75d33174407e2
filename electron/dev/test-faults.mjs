// Lets the disk fail at every step of every write path: `npm run test:faults`; `npm test` tries every sixth step.
import { main, run } from './run.mjs';

main(async () => {
	const env = { ...process.env, GALLEY_EVERY_FAULT: '1' };
	process.exitCode = await run('npx', ['--no-install', 'vitest', 'run', 'electron/core/fault-matrix.test.ts'], { env });
});
