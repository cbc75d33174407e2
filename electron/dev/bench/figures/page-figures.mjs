import { existsSync } from 'node:fs';
import { inProject } from '../../paths.mjs';
import { missingRow } from '../row.mjs';

const script = inProject('electron/dev/bench/typing/index.mjs');

/** What is measured in a page: typing in a long story, and opening a story on the screen. */
export const pageFigures = {
	typing: (bench) => measured('key press to next frame, 20,000 words', 'measureTyping', bench),
	screen: (bench) => measured('open a story, on the screen', 'measureOpenOnScreen', bench),
};

async function measured(figure, name, { options, say }) {
	if (!existsSync(script)) return [missingRow(figure, 'this checkout has no script for it')];
	const measure = (await import(script))[name];
	if (measure === undefined) return [missingRow(figure, `typing/index.mjs has no ${name}()`)];
	return measure({ newsroom: options.newsroom, scratch: options.scratch, say });
}
