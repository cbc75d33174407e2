import { statSync } from 'node:fs';
import type { Program } from './program.ts';
import { storyPaths } from './story-files.ts';

/** Asks the disk for size and time of every story file, and nothing else. */
export const bareStat: Program = async ({ newsroom }) => {
	const paths = storyPaths(newsroom);
	const since = performance.now();
	let bytes = 0;
	for (const path of paths) bytes += statSync(path).size;
	const stat = performance.now() - since;
	return { samples: { stat: [stat], bytes: [bytes] } };
};
