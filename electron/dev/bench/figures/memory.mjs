import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { ensureIndexed } from './measuring.mjs';

/** What the core holds in memory on a working day. */
export async function memory(bench) {
	await ensureIndexed(bench);
	await runProgram('chooseAsked', { ...bench.options, times: 1000 });
	const { samples, notes } = await runProgram('workingDay', bench.options);
	return [
		makeRow({
			figure: 'core memory, the most of a working day',
			unit: 'MB',
			samples: samples.resident,
			judged: 'most',
			limit: { atMost: 400 },
			note: notes.join(', '),
		}),
		makeRow({
			figure: '  after opening 1,000 stories more',
			unit: '×',
			samples: samples.growth,
			judged: 'most',
		}),
	];
}
