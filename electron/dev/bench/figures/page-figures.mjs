import { existsSync } from 'node:fs';
import { inProject } from '../../paths.mjs';
import { makeRow, missingRow } from '../row.mjs';

const script = inProject('electron/dev/bench/typing/index.mjs');

/** What is measured in the page of a real browser, on newsrooms of its own. */
export const pageFigures = {
	typing: () =>
		inPage('measureTyping', 'key press to next frame', ({ ours, bare }) => [
			makeRow({
				figure: 'key press to next frame, 20,000 words',
				unit: 'ms',
				judged: 'p95',
				samples: ours.samples,
				floor: bare.samples,
				limit: { timesFloor: 1.3 },
				note: 'the floor is bare Tiptap StarterKit in the same browser',
			}),
		]),

	screen: () =>
		inPage('measureOpenOnScreen', 'open a story, on the screen', ({ samples, long, longest }) => {
			const told = { unit: 'ms', judged: 'p95' };
			return [
				makeRow({ figure: 'open a story, on the screen', samples, limit: { atMost: 100 }, ...told }),
				makeRow({ figure: '  of 20,000 words', samples: long.samples, ...told }),
				makeRow({ figure: '  of 50,000 words, 200 pictures and tables', samples: longest.samples, ...told }),
			];
		}),

	'page-memory': (bench) =>
		inPage(
			'measureRendererMemory',
			'page memory',
			({ renderer, core }) => {
				const told = { unit: '×', judged: 'most', limit: { atMost: 1.1 } };
				return [
					makeRow({ figure: "page's heap after opening 1,000 stories", samples: [renderer.growth], ...told }),
					makeRow({ figure: "core's heap after opening 1,000 stories", samples: [core.growth], ...told }),
				];
			},
			{ say: bench.say },
		),
};

/** Runs one of the scripts that use a page; `rowsOf` makes its rows from what it measured. */
async function inPage(name, figure, rowsOf, options) {
	if (!existsSync(script)) return [missingRow(figure, 'this checkout has no script for it')];
	const measure = (await import(script))[name];
	if (measure === undefined) return [missingRow(figure, `typing/index.mjs has no ${name}()`)];
	return rowsOf(await measure(options));
}
