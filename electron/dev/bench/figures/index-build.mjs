import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { inRounds, roundsOf, seconds } from './measuring.mjs';

/** The whole index, made from the files, and what an editor waits for meanwhile. */
export async function indexBuild(bench) {
	const { indexed, firstPage, peakMemory } = await inRounds('building', bench.options, roundsOf(bench, 3, 1));
	const { samples: asked } = await runProgram('askedWhileBuilding', bench.options);
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
