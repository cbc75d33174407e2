// Measures Galley in a real browser: `node electron/dev/bench/typing/index.mjs [typing|preview|long|screen|memory …]`.
import { isStarted, main } from '../../run.mjs';
import { formatNumber } from '../table.mjs';
import { measureRendererMemory } from './measure-memory.mjs';
import { measureOpenOnScreen } from './measure-opening.mjs';
import { measureLongStory, measureTyping } from './measure-typing.mjs';

export { measureOpenOnScreen, measureRendererMemory, measureTyping };

const tellKeys = (name, { p50, p95, most, busyPerKey, longTasks }) =>
	console.log(
		`${name}: p50 ${formatNumber(p50)} ms, p95 ${formatNumber(p95)} ms, most ${formatNumber(most)} ms; ` +
			`busy ${formatNumber(busyPerKey)} ms a key; ` +
			`${longTasks.length} long tasks (${longTasks.slice(0, 8).map(Math.round).join(', ')} ms)`,
	);

const measures = {
	async typing() {
		const { ours, bare, ratio } = await measureTyping();
		tellKeys('key to frame, 20,000 words, Galley', ours);
		tellKeys('key to frame, 20,000 words, bare Tiptap', bare);
		console.log(`ratio of the p95: ${ratio.toFixed(2)}`);
	},
	async preview() {
		const { ours, bare, ratio } = await measureTyping({ preview: true });
		tellKeys('key to frame, preview open, Galley', ours);
		tellKeys('key to frame, preview open, bare Tiptap', bare);
		console.log(`ratio of the p95: ${ratio.toFixed(2)}`);
	},
	async long() {
		tellKeys('50,000 words, 200 pictures, 200 tables', await measureLongStory());
		tellKeys('the same with the preview open', await measureLongStory({ preview: true }));
	},
	async screen() {
		const told = await measureOpenOnScreen();
		for (const [name, { p50, p95, most }] of [
			['open a story of 400 to 2,000 words', told],
			['open a story of 20,000 words', told.long],
			['open a story of 50,000 words, 200 pictures, 200 tables', told.longest],
		]) {
			console.log(`${name}: p50 ${formatNumber(p50)} ms, p95 ${formatNumber(p95)} ms, most ${formatNumber(most)} ms`);
		}
	},
	async memory() {
		const { renderer, core, nodes, listeners } = await measureRendererMemory({ say: console.error });
		const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
		for (const [name, { before, after, growth }] of Object.entries({ renderer, core })) {
			console.log(`heap of the ${name}: ${megabytes(before)} MB, then ${megabytes(after)} MB: ${growth.toFixed(3)}`);
		}
		console.log(`nodes ${nodes.before}, then ${nodes.after}; listeners ${listeners.before}, then ${listeners.after}`);
	},
};

if (isStarted(import.meta.url)) {
	main(async () => {
		const asked = process.argv.slice(2);
		for (const [name, measure] of Object.entries(measures)) {
			if (asked.length === 0 || asked.includes(name)) await measure();
		}
	});
}
