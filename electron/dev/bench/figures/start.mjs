import { makeRow } from '../row.mjs';
import { ensureIndexed, inRounds, roundsOf, seconds } from './measuring.mjs';

/** How soon the list is there, and how long the look at every file behind it takes. */
export async function start(bench) {
	await ensureIndexed(bench);
	const { firstPage, indexed } = await inRounds('opening', bench.options, roundsOf(bench, 9, 7));
	return [
		makeRow({ figure: 'start to the first page, index warm', unit: 'ms', samples: firstPage, limit: { atMost: 400 } }),
		makeRow({
			figure: 'start-up scan, nothing changed',
			unit: 's',
			samples: seconds(indexed),
			limit: { atMost: 10 },
			note: 'from the start until every file is known to be as the index has it',
		}),
	];
}
