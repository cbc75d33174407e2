// Lets the disk fail at every step of every write path: `npm run test:faults`; `npm test` tries every tenth step.
import { main, run } from './run.mjs';

main(async () => {
	const env = { ...process.env, GALLEY_LONG: '1' };
	process.exitCode = await run('npx', ['--no-install', 'vitest', 'run', 'fault-matrix.test.ts'], { env });
});
