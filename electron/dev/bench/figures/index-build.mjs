import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { inRounds, roundsOf, seconds } from './measuring.mjs';

/** The whole index, made from the files, and what an editor waits for meanwhile. */
export async function indexBuild(bench) {
	// First, for each question divides the full text once more, and the figures that follow are not of such a day.
	const { samples: asked } = await runProgram('askedWhileBuilding', bench.options);
	const { indexed, firstPage, peakMemory } = await inRounds('building', bench.options, roundsOf(bench, 3, 1));
	bench.isIndexed = true;
	const meanwhile = { unit: 'ms', judged: 'p95' };
	return [
		makeRow({
			figure: 'whole index',
			unit: 's',
			samples: seconds(indexed),
			limit: { atMost: 150 },
			note: `peak memory ${Math.round(Math.max(...peakMemory))} MB`,
		}),
		makeRow({ figure: '  first page while it is made', unit: 'ms', samples: firstPage }),
		makeRow({ figure: '  another page meanwhile', samples: asked.page, ...meanwhile }),
		makeRow({ figure: '  a search meanwhile', samples: asked.search, ...meanwhile }),
		makeRow({ figure: '  a save of what is typed meanwhile', samples: asked.save, ...meanwhile }),
	];
}
