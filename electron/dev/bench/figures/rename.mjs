import { prepareDataSet } from '../data-set.mjs';
import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { seconds } from './measuring.mjs';

const stories = 5000;

/** A category of 5,000 stories that is renamed in all of them, durably and so that it can be taken back. */
export async function rename(bench) {
	const newsroom = prepareDataSet(stories, bench.seed, bench.say);
	const { samples } = await runProgram('renames', { ...bench.options, newsroom });
	const each = (samples.rename[0] ?? 0) / stories;
	return [
		makeRow({
			figure: 'rename a category of 5,000 stories',
			unit: 's',
			samples: seconds(samples.rename),
			limit: { atMost: 60 },
			note: `${each.toFixed(1)} ms a story; progress is told after ${((samples.first[0] ?? 0) / 1000).toFixed(1)} s`,
		}),
		makeRow({ figure: '  undo', unit: 's', samples: seconds(samples.undo) }),
		makeRow({ figure: '  the stories that it touches', unit: 'ms', samples: samples.touched, limit: { atMost: 300 } }),
	];
}
