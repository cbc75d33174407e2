import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { ensureIndexed } from './measuring.mjs';

/** Every sort with every filter, several pages deep. */
export async function list(bench) {
	await ensureIndexed(bench);
	const { samples, notes } = await runProgram('lists', bench.options);
	const told = { unit: 'ms', judged: 'p95' };
	return [
		makeRow({
			figure: 'list page, every sort and filter',
			samples: samples.page,
			limit: { atMost: 30 },
			note: notes.join('; '),
			...told,
		}),
		makeRow({ figure: '  counts of queues and categories', samples: samples.counts, ...told }),
	];
}
