import { summarise } from '../stats.mjs';
import { formatNumber } from '../table.mjs';
import { duration } from './duration.mjs';

/** Asks both for the same things in turns; answers for each figure what each took, in milliseconds. */
export async function compare(ours, theirs, { pages, searches, saves, text }) {
	const figures = [];
	const measure = async (figure, count, one, other) => {
		const took = { ours: [], theirs: [] };
		for (let turn = 0; turn < count; turn += 1) {
			took.ours.push(await duration(() => one(turn)));
			took.theirs.push(await duration(() => other(turn)));
		}
		figures.push({ figure, ours: summarise(took.ours), theirs: summarise(took.theirs) });
	};
	await measure(
		'page of 100 in the list',
		pages,
		(turn) => fullPage(ours, turn + 1),
		(turn) => fullPage(theirs, turn + 1),
	);
	await measure(
		'search as you type, first 50',
		searches.length,
		(turn) => ours.search(searches[turn]),
		(turn) => theirs.search(searches[turn]),
	);
	const [save, otherSave] = [await ours.saver(saves.ours), await theirs.saver(saves.theirs)];
	await measure(
		'save of a story',
		saves.times,
		(turn) => save(text(turn)),
		(turn) => otherSave(`<p>${text(turn)}</p>`),
	);
	return figures;
}

/** Refuses an empty page, for there would be nothing to compare. */
async function fullPage(peer, page) {
	if ((await peer.list(page)) === 0) throw new Error(`Page ${page} of ${peer.name} is empty.`);
}

/** The figures of both side by side. */
export function formatComparison(figures, names) {
	const told = ({ p50, p95 }) => `p50 ${formatNumber(p50)}  p95 ${formatNumber(p95)} ms`;
	const lines = [
		['figure', ...names, ''],
		...figures.map(({ figure, ours, theirs }) => [
			figure,
			told(ours),
			told(theirs),
			`${formatNumber(theirs.p50 / ours.p50)} × ours`,
		]),
	];
	const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
	return lines
		.map((cells) =>
			cells
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** The beginnings of the words of headlines, as they are typed. */
export function typedWords(headlines, count) {
	const searches = headlines.flatMap((headline) => {
		const words = headline.toLowerCase().match(/[a-z]{4,}/g) ?? [];
		return words.slice(-1).flatMap((word) => Array.from(word, (_, index) => word.slice(0, index + 1)));
	});
	return searches.slice(0, count);
}
