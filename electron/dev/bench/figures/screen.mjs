import { makeRow } from '../row.mjs';
import { measureOpenOnScreen } from '../typing/index.mjs';

/** From a click in the list to the frame that shows the story. */
export async function screen() {
	const { samples, long, longest } = await measureOpenOnScreen();
	const told = { unit: 'ms', judged: 'p95' };
	return [
		makeRow({ figure: 'open a story, on the screen', samples, limit: { atMost: 100 }, ...told }),
		makeRow({ figure: '  of 20,000 words', samples: long.samples, ...told }),
		makeRow({ figure: '  of 50,000 words, 200 pictures and tables', samples: longest.samples, ...told }),
	];
}
