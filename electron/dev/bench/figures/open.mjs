import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { ensureIndexed } from './measuring.mjs';

/** Stories of all years, as the core gives them to a window. */
export async function open(bench) {
	await ensureIndexed(bench);
	const { samples } = await runProgram('opens', { ...bench.options, times: 1000 });
	return [
		makeRow({
			figure: 'open a story, in the core',
			unit: 'ms',
			samples: samples.open,
			judged: 'p95',
			limit: { atMost: 10 },
		}),
	];
}
