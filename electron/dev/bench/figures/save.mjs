import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { median } from '../stats.mjs';
import { ensureIndexed } from './measuring.mjs';

/** A story of 20 kB, durably saved; beside Ghost over HTTP where `npm run bench:peers` installed it. */
export async function save(bench) {
	await ensureIndexed(bench);
	const { samples } = await runProgram('saves', { ...bench.options, times: 200 });
	return [
		makeRow({
			figure: 'durable save of 20 kB',
			unit: 'ms',
			samples: samples.save,
			limit: { atMost: 5 },
			note: `a bare write with fsync and rename of the same bytes takes ${median(samples.bare).toFixed(2)} ms here`,
		}),
		makeRow({
			figure: '  until the list shows it',
			unit: 'ms',
			samples: samples.shown,
			note: 'the save and a search that finds the new word',
		}),
		...(await besideGhost(bench)),
	];
}

async function besideGhost({ say, emptyNewsroom }) {
	const { installedGhost } = await import('../peers/ghost-install.mjs');
	const entry = installedGhost();
	if (entry === null) return [];
	const { compareSaves } = await import('../peers/compare-saves.mjs');
	say('Saving in Ghost, too …');
	const { ours, theirs, name } = await compareSaves(entry, emptyNewsroom);
	return [
		makeRow({
			figure: '  the same over HTTP',
			unit: 'ms',
			samples: ours,
			beside: { name, samples: theirs },
			limit: { timesBeside: 0.2 },
		}),
	];
}
