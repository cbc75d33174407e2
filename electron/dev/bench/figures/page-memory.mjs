import { makeRow } from '../row.mjs';
import { measureRendererMemory } from '../typing/index.mjs';

/** Whether stories that were opened and closed leave something behind. */
export async function pageMemory({ say }) {
	const { renderer, core } = await measureRendererMemory({ say });
	const told = { unit: '×', judged: 'most' };
	return [
		makeRow({ figure: "page's heap after opening 1,000 stories", samples: [renderer.growth], ...told }),
		makeRow({ figure: "core's heap after opening 1,000 stories", samples: [core.growth], ...told }),
	];
}
