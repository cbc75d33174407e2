import { existsSync, rmSync } from 'node:fs';
import { makeRow } from '../row.mjs';
import { runProgram } from '../run-program.mjs';
import { median } from '../stats.mjs';

/**
 * Everything that is measured in the core. Each answers rows of the table; floor and figure are measured in turns, each
 * in a process of its own or call by call in the same one, so that a noisy moment meets both.
 */
export const coreFigures = {
	'index-build': async (bench) => {
		const { floor, ours, notes } = await inTurns(bench.options, roundsOf(bench, 5, 2), 'bareInsertion', 'building', {
			floorLast: true,
		});
		const { samples: asked } = await runProgram('askedWhileBuilding', bench.options);
		return [
			makeRow({
				figure: 'full index build',
				unit: 's',
				samples: seconds(ours.indexed),
				floor: seconds(floor.inserted),
				limit: { timesFloor: 1.3 },
				note: [`peak memory ${Math.round(Math.max(...ours.peakMemory))} MB`, ...notes].join('; '),
			}),
			makeRow({ figure: '  first page while it builds', unit: 'ms', samples: ours.firstPage }),
			makeRow({ figure: '  another page meanwhile', unit: 'ms', samples: asked.page, judged: 'p95' }),
			makeRow({ figure: '  a search meanwhile', unit: 'ms', samples: asked.search, judged: 'p95' }),
		];
	},

	start: async (bench) => {
		await ensureIndexed(bench);
		const empty = { ...bench.options, newsroom: bench.emptyNewsroom };
		const bare = [];
		const alone = [];
		const firstPage = [];
		const indexed = [];
		for (let round = 0; round < roundsOf(bench, 9, 7); round += 1) {
			bare.push(...(await runProgram('bareStat', bench.options)).samples.stat);
			alone.push(...(await runProgram('opening', empty)).samples.indexed);
			const { samples } = await runProgram('opening', bench.options);
			firstPage.push(...samples.firstPage);
			indexed.push(...samples.indexed);
		}
		const starting = median(alone);
		return [
			makeRow({
				figure: 'start to the first page, index warm',
				unit: 'ms',
				samples: firstPage,
				limit: { atMost: 400 },
			}),
			makeRow({
				figure: 'start-up scan, nothing changed',
				unit: 'ms',
				samples: indexed.map((ms) => Math.max(0, ms - starting)),
				floor: bare,
				limit: { timesFloor: 1.5 },
				note: `until every file is known to be as the index has it, ${Math.round(median(indexed))} ms after the start of the core, less the ${Math.round(starting)} ms that a newsroom without stories takes`,
			}),
		];
	},

	list: async (bench) => {
		await ensureIndexed(bench);
		await ensureFloorDatabase(bench);
		const { samples, notes } = await runProgram('lists', bench.options);
		return [
			makeRow({
				figure: 'list page, every sort and filter',
				unit: 'ms',
				samples: samples.page,
				floor: samples.bare,
				judged: 'p95',
				limit: { atMost: 15 },
				note: notes.join('; '),
			}),
			makeRow({ figure: '  counts of queues and categories', unit: 'ms', samples: samples.counts, judged: 'p95' }),
		];
	},

	search: async (bench) => {
		await ensureIndexed(bench);
		await ensureFloorDatabase(bench);
		const { samples, notes } = await runProgram('searches', { ...bench.options, times: 1000 });
		const judged = { unit: 'ms', floor: samples.bare, judged: 'p95', limit: { atMost: 30 } };
		return [
			makeRow({ figure: 'search in the list, first 50', samples: samples.list, ...judged, note: notes.join('; ') }),
			makeRow({ figure: 'search in the picker, first 50', samples: samples.picker, ...judged }),
		];
	},

	save: async (bench) => {
		await ensureIndexed(bench);
		const { samples } = await runProgram('saves', { ...bench.options, times: 200 });
		// What nobody at the keyboard notices, with every step of it in the background.
		const limit = { atMost: 5 };
		return [
			makeRow({
				figure: 'durable save of 20 kB',
				unit: 'ms',
				samples: samples.save,
				floor: samples.bare,
				limit,
				note: `the same bare write through fs.promises takes ${median(samples.bareWaiting).toFixed(2)} ms`,
			}),
			makeRow({
				figure: '  until the list shows it',
				unit: 'ms',
				samples: samples.shown,
				floor: samples.bare,
				note: 'the save and a search that finds the new word',
			}),
		];
	},

	open: async (bench) => {
		await ensureIndexed(bench);
		const { samples } = await runProgram('opens', { ...bench.options, times: 1000 });
		return [
			makeRow({
				figure: 'open a story, in the core',
				unit: 'ms',
				samples: samples.open,
				floor: samples.bare,
				judged: 'p95',
				limit: { atMost: 10 },
			}),
		];
	},

	export: async (bench) => {
		await ensureIndexed(bench);
		const rounds = roundsOf(bench, 3, 1);
		rmSync(bench.options.scratch, { recursive: true, force: true });
		const { floor, ours } = await inTurns(bench.options, rounds, 'bareExport', 'exportAll', { floorLast: true });
		rmSync(bench.options.scratch, { recursive: true, force: true });
		return [
			makeRow({
				figure: 'export of all stories',
				unit: 's',
				samples: seconds(ours.exported),
				floor: seconds(floor.bare),
				limit: { timesFloor: 2 },
				note: `${ours.written[0].toLocaleString('en')} stories, ${Math.round(floor.bytes[0] / 1e6)} MB; peak memory ${Math.round(Math.max(...ours.peakMemory))} MB`,
			}),
			makeRow({ figure: '  a list page meanwhile', unit: 'ms', samples: ours.page, judged: 'p95' }),
		];
	},

	memory: async (bench) => {
		await ensureIndexed(bench);
		await runProgram('chooseAsked', { ...bench.options, times: 1000 });
		const { samples, notes } = await runProgram('workingDay', bench.options);
		return [
			makeRow({
				figure: 'core memory, the most of a working day',
				unit: 'MB',
				samples: samples.resident,
				judged: 'most',
				limit: { atMost: 250 },
				note: notes.join(', '),
			}),
			makeRow({
				figure: '  after opening 1,000 stories more',
				unit: '×',
				samples: samples.growth,
				judged: 'most',
				limit: { atMost: 1.1 },
			}),
		];
	},
};

/** How often a heavy figure is measured: more often for newsrooms that are quick. */
const roundsOf = ({ articles }, small, large) => (articles > 20_000 ? large : small);

const seconds = (milliseconds) => milliseconds.map((value) => value / 1000);

/** Runs floor and figure in turns, and gathers what each measured. */
async function inTurns(options, rounds, floorName, name, { floorLast = false } = {}) {
	const floor = {};
	const ours = {};
	const notes = new Set();
	const turn = async (into, program) => {
		const { samples, notes: told = [] } = await runProgram(program, options);
		for (const [key, values] of Object.entries(samples)) into[key] = [...(into[key] ?? []), ...values];
		for (const note of told) notes.add(note);
	};
	for (let round = 0; round < rounds; round += 1) {
		if (!floorLast) await turn(floor, floorName);
		await turn(ours, name);
		if (floorLast) await turn(floor, floorName);
	}
	return { floor, ours, notes: [...notes] };
}

/** Opens the newsroom once, so that its index is there and as the files are. */
async function ensureIndexed(bench) {
	if (bench.isIndexed) return;
	await runProgram('opening', bench.options);
	bench.isIndexed = true;
}

async function ensureFloorDatabase({ options }) {
	if (!existsSync(options.floorDatabase)) await runProgram('bareInsertion', options);
}
