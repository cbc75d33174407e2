import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import Database from 'libsql';
import { revisionOf } from '#core/parsed-file.ts';
import { indexedStory } from '#core/story-summary.ts';
import { prepareInsertion, schema } from './floor-schema.ts';
import { peakMegabytes } from './memory.ts';
import type { Program } from './program.ts';
import { readStory, storyPaths } from './story-files.ts';

const rowsPerTransaction = 1000;
const limits = { headline: 90, standfirst: 160, keyPoints: 5, related: 6 };

/** Puts the rows of all stories into a bare database. Only the insertion is timed; the rows are made before. */
export const bareInsertion: Program = async ({ newsroom, floorDatabase }) => {
	for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${floorDatabase}${end}`, { force: true });
	const paths = storyPaths(newsroom);
	const database = new Database(floorDatabase);
	let spent = 0;
	const time = (work: () => void) => {
		const since = performance.now();
		work();
		spent += performance.now() - since;
	};
	time(() => database.exec(schema));
	const insert = prepareInsertion(database);
	for (let from = 0; from < paths.length; from += rowsPerTransaction) {
		const rows = paths.slice(from, from + rowsPerTransaction).map((path) => {
			const name = relative(newsroom, path).replaceAll('\\', '/');
			return indexedStory(readStory(path), name, revisionOf(Buffer.from(name)), limits, new Date());
		});
		time(() => {
			database.exec('begin');
			for (const row of rows) insert(row);
			database.exec('commit');
		});
	}
	time(() => database.close());
	return { samples: { inserted: [spent], peakMemory: [peakMegabytes()] } };
};
