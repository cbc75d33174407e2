import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { ensureIndexed } from './measuring.mjs';

/** Searches letter by letter, as they are typed. */
export async function search(bench) {
	await ensureIndexed(bench);
	const { samples, notes } = await runProgram('searches', { ...bench.options, times: 1000 });
	const held = { unit: 'ms', judged: 'p95', limit: { atMost: 30 } };
	return [
		makeRow({ figure: 'search as you type, in the list', samples: samples.list, note: notes.join('; '), ...held }),
		makeRow({ figure: 'search as you type, in the picker', samples: samples.picker, ...held }),
	];
}
