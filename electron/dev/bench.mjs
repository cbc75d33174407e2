// `npm run bench [-- --articles N --only NAME --seed S --strict]`: measures every figure, and its peer beside it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { wholeNumber } from './bench-data.mjs';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { inProject } from './paths.mjs';
import { main } from './run.mjs';

main(async () => {
	const asked = readOptions();
	await ensureInstalled();
	const { inBench, prepareDataSet } = await import('./bench/data-set.mjs');
	const { figures } = await import('./bench/figures/index.mjs');
	const { describeMachine } = await import('./bench/machine.mjs');
	const { missingRow } = await import('./bench/row.mjs');
	const { buildPrograms } = await import('./bench/run-program.mjs');
	const { formatTable } = await import('./bench/table.mjs');

	const unknown = asked.only.filter((name) => !Object.hasOwn(figures, name));
	if (unknown.length > 0) {
		throw new Error(`There is no figure ${unknown.join(', ')}; there are ${Object.keys(figures).join(', ')}.`);
	}
	const say = (text) => console.error(text);
	const newsroom = prepareDataSet(asked.articles, asked.seed, say);
	await buildPrograms();
	const bench = {
		articles: asked.articles,
		seed: asked.seed,
		emptyNewsroom: prepareDataSet(0, asked.seed, () => {}),
		isIndexed: false,
		say,
		options: {
			newsroom,
			indexWorker: inProject('dist/core/index-worker.cjs'),
			scratch: inBench('scratch'),
			times: 1,
		},
	};
	const machine = describeMachine();
	const rows = [];
	for (const [name, measure] of Object.entries(figures)) {
		if (asked.only.length > 0 && !asked.only.includes(name)) continue;
		const since = Date.now();
		// One figure that cannot be measured keeps the others from nothing; it is told in the table.
		const found = await measure(bench).catch((error) => [missingRow(name, error.message)]);
		rows.push(...found.map((row) => ({ name, ...row })));
		// After each figure, so that a run that is broken off keeps what it has.
		const results = { machine, articles: asked.articles, seed: asked.seed, rows };
		writeFileSync(inBench('results.json'), `${JSON.stringify(results, null, '\t')}\n`);
		say(`${name}: ${found.map(({ verdict }) => verdict).join(', ')}, ${((Date.now() - since) / 1000).toFixed(0)} s`);
	}
	const title = `${asked.articles.toLocaleString('en')} stories on ${machine.cores} cores, Node ${machine.node}, ${machine.commit ?? 'no commit'}`;
	console.log(`\n${title}\n\n${formatTable(rows)}`);
	if (asked.strict && rows.some(({ verdict }) => verdict === 'over' || verdict === 'missing')) process.exitCode = 1;
});

function readOptions() {
	const { values } = parseArgs({
		options: {
			articles: { type: 'string', default: '100000' },
			seed: { type: 'string', default: '1' },
			only: { type: 'string', multiple: true, default: [] },
			strict: { type: 'boolean', default: false },
		},
	});
	return {
		articles: wholeNumber('articles', values.articles, 100),
		seed: wholeNumber('seed', values.seed, 0),
		only: values.only.flatMap((names) => names.split(',')),
		strict: values.strict,
	};
}
