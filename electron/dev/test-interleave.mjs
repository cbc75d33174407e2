// Proves that no interleaving of two editors and another program loses a side: `npm run test:interleave -- --runs N --seed S`.
import { parseArgs } from 'node:util';
import { main, run } from './run.mjs';

main(async () => {
	const { values } = parseArgs({
		options: {
			runs: { type: 'string', default: '1000' },
			seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
		},
	});
	console.log(`${values.runs} interleavings with the seed ${values.seed}`);
	const env = { ...process.env, GALLEY_INTERLEAVE_RUNS: values.runs, GALLEY_INTERLEAVE_SEED: values.seed };
	process.exitCode = await run('npx', ['--no-install', 'vitest', 'run', 'e2e/interleave'], { env });
});
