import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from '../../build.mjs';
import { inProject } from '../../paths.mjs';
import { makeRow } from '../row.mjs';

/** How much script the page fetches before the list is drawn, compressed; its head names every file of it. */
export async function script() {
	await build(['renderer'], { quiet: true });
	const built = (name) => readFileSync(inProject('dist/renderer', name));
	const files =
		built('index.html')
			.toString()
			.match(/\/assets\/[^"]+\.js/g) ?? [];
	const sizes = files.map((file) => gzipSync(built(file), { level: 9 }).length / 1000);
	return [
		makeRow({
			figure: 'script of the first screen, compressed',
			unit: 'kB',
			samples: [sizes.reduce((sum, size) => sum + size, 0)],
			limit: { atMost: 400 },
			note: 'the editor and the windows over the desk are fetched after it',
		}),
	];
}
