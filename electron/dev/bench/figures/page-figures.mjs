import { existsSync } from 'node:fs';
import { inProject } from '../../paths.mjs';
import { makeRow, missingRow } from '../row.mjs';

const script = inProject('electron/dev/bench/typing/index.mjs');

/** What is measured in the page of a real browser: typing in long stories, and opening a story on the screen. */
export const pageFigures = {
	typing: () =>
		measured('key press to next frame, 20,000 words', 'measureTyping', ({ ours, bare }) => ({
			samples: ours.samples,
			floor: bare.samples,
			limit: { timesFloor: 1.3 },
			note: 'the floor is bare Tiptap StarterKit in the same browser',
		})),
	screen: () =>
		measured('open a story, on the screen', 'measureOpenOnScreen', ({ samples }) => ({
			samples,
			limit: { atMost: 100 },
		})),
};

/** Runs one of the page scripts; `fieldsOf` makes what its row holds of what it measured. */
async function measured(figure, name, fieldsOf) {
	if (!existsSync(script)) return [missingRow(figure, 'this checkout has no script for it')];
	const measure = (await import(script))[name];
	if (measure === undefined) return [missingRow(figure, `typing/index.mjs has no ${name}()`)];
	return [makeRow({ figure, unit: 'ms', judged: 'p95', ...fieldsOf(await measure()) })];
}
