import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../build.mjs';
import { inProject } from '../../paths.mjs';
import { inBench, prepareDataSet } from '../data-set.mjs';
import { eleventyName, eleventySite } from '../peers/eleventy.mjs';
import { makeRow } from '../row.mjs';
import { runCommand } from '../run-command.mjs';
import { runProgram } from '../run-program.mjs';
import { median } from '../stats.mjs';

/** So many stories are held against Eleventy, or as many as there are. */
const compared = 10_000;

/** The whole command `galley export` beside the whole command of Eleventy on the same files, and on the whole newsroom. */
export async function exporting(bench) {
	await build(['cli'], { quiet: true });
	const rows = [...(await besideEleventy(bench)), ...(await ofTheWholeNewsroom(bench))];
	const { samples } = await runProgram('pagesWhileExporting', { ...bench.options, scratch: inBench('export') });
	rmSync(inBench('export'), { recursive: true, force: true });
	return [
		...rows,
		makeRow({ figure: '  a list page during an export', unit: 'ms', samples: samples.page, judged: 'p95' }),
	];
}

async function besideEleventy({ articles, seed, say }) {
	const count = Math.min(articles, compared);
	const newsroom = prepareDataSet(count, seed, say);
	const site = inBench('export');
	const files = [...exportedFiles(newsroom)];
	const theirs = eleventyOr(files, say);
	const full = [];
	const again = [];
	const rendered = [];
	let written = 0;
	for (let round = 0; round < 3; round += 1) {
		const first = await exportFresh(newsroom, site);
		full.push(first.seconds);
		written = first.report.written;
		again.push((await galleyExport(newsroom, site)).seconds);
		if (theirs.command === null) continue;
		rmSync(theirs.command.output, { recursive: true, force: true });
		rendered.push((await runCommand(theirs.command.args, theirs.command)).seconds);
	}
	rmSync(site, { recursive: true, force: true });
	const told = `${count.toLocaleString('en')} stories`;
	return [
		makeRow({
			figure: `galley export of ${told}, whole command`,
			unit: 's',
			samples: full,
			beside: { name: eleventyName, samples: rendered },
			limit: { timesBeside: 1 },
			note: [`${written} written, ${files.length} files given to Eleventy`, ...theirs.reasons].join('; '),
		}),
		makeRow({
			figure: '  the same when nothing changed',
			unit: 's',
			samples: again,
			limit: { atMost: median(full) / 3 },
			note: 'the limit is a third of the full one',
		}),
	];
}

async function ofTheWholeNewsroom(bench) {
	const { newsroom } = bench.options;
	const site = inBench('export');
	const { megabytes, report } = await exportFresh(newsroom, site);
	const changed = [];
	for (const file of exportedFiles(newsroom)) {
		changed.push(await exportAfterChange(newsroom, site, file));
		if (changed.length === 3) break;
	}
	rmSync(site, { recursive: true, force: true });
	const told = bench.articles.toLocaleString('en');
	return [
		makeRow({ figure: `  one changed story of ${told}`, unit: 's', samples: changed, limit: { atMost: 5 } }),
		makeRow({
			figure: `  peak memory of an export of ${told}`,
			unit: 'MB',
			samples: [megabytes],
			judged: 'most',
			limit: { atMost: 500 },
			note: `${report.written.toLocaleString('en')} written`,
		}),
	];
}

/** Exports into an empty folder, for the first time: no story has a history yet. */
async function exportFresh(newsroom, site) {
	rmSync(site, { recursive: true, force: true });
	rmSync(join(newsroom, '.galley/history'), { recursive: true, force: true });
	return galleyExport(newsroom, site);
}

async function galleyExport(newsroom, site) {
	const args = [
		inProject('electron/cli/galley.mjs'),
		'export',
		'--newsroom',
		newsroom,
		'--out',
		site,
		'--all',
		'--json',
	];
	// It ends with 1 when a story is not fit to publish, as a few of the invented ones are.
	const { stdout, ...took } = await runCommand(args, { fine: [0, 1] });
	return { ...took, report: JSON.parse(stdout) };
}

/** Seconds of an export after another program changed the headline of one story, which is given back. */
async function exportAfterChange(newsroom, site, file) {
	const before = readFileSync(file, 'utf8');
	const story = JSON.parse(before);
	writeFileSync(file, `${JSON.stringify({ ...story, headline: `${story.headline}, again` }, null, 2)}\n`);
	try {
		const { seconds, report } = await galleyExport(newsroom, site);
		if (report.written === 0) throw new Error(`The export did not see that ${file} had changed.`);
		return seconds;
	} finally {
		writeFileSync(file, before);
	}
}

/** The files of the stories that an export of all takes: those that are published. */
function* exportedFiles(newsroom) {
	const folder = join(newsroom, 'articles');
	for (const name of readdirSync(folder, { recursive: true }).sort()) {
		if (!name.endsWith('.json')) continue;
		const path = join(folder, name);
		if (JSON.parse(readFileSync(path, 'utf8')).status === 'published') yield path;
	}
}

function eleventyOr(files, say) {
	try {
		return { command: eleventySite(files, say), reasons: [] };
	} catch (error) {
		return { command: null, reasons: [`Eleventy cannot be had here: ${error.message}`] };
	}
}
