import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { isTemporary } from '../disk/atomic-write.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { inLanes } from '../disk/in-lanes.ts';
import { createNewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { readArticleFile } from './article-file.ts';

const runs = runsOf({ short: 15, long: 200 });
const lanes = 4;

test(`of ${runs} saves killed at random moments, every file is whole and every acknowledged save is there`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/save-loop.ts'));
	const figures = { runs: 0, acknowledged: 0, lost: 0, unreadable: 0, unfinished: 0 };
	/** Every so many runs have a newsroom of their own. */
	const killInTurn = async (first: number) => {
		const newsroom = join(await tempFolder(), 'desk');
		await createNewsroomFolder(realFileSystem, newsroom, 'The Desk');
		const acknowledged = new Map<string, number>();
		let unfinished = 0;
		for (let run = first; run < runs; run += lanes) {
			for (const line of await runUntilKilled(script, [newsroom])) {
				const [id = '', number] = line.split(' ');
				figures.acknowledged += 1;
				acknowledged.set(id, Number(number));
			}
			const found = await readStories(newsroom);
			figures.runs += 1;
			figures.unreadable += found.unreadable;
			unfinished = found.unfinished;
			for (const [id, number] of acknowledged) if ((found.numbers.get(id) ?? -1) < number) figures.lost += 1;
		}
		figures.unfinished += unfinished;
	};
	await inLanes(Array(lanes).keys(), lanes, killInTurn);
	console.log(
		`${figures.runs} runs, ${figures.acknowledged} acknowledged saves, ${figures.lost} lost, ${figures.unreadable} unreadable; ` +
			`${figures.unfinished} unfinished writes passed over`,
	);
	expect(figures).toMatchObject({ runs, lost: 0, unreadable: 0 });
	expect(figures.acknowledged).toBeGreaterThan(runs);
}, 300_000);

async function readStories(newsroom: string) {
	const numbers = new Map<string, number>();
	let unreadable = 0;
	let unfinished = 0;
	for (const entry of await readdir(join(newsroom, 'articles'), { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		if (isTemporary(entry.name)) {
			unfinished += 1;
			continue;
		}
		const file = readArticleFile(await readFile(join(entry.parentPath, entry.name)));
		if (file.kind === 'article') numbers.set(file.article.id, Number(file.article.headline));
		else unreadable += 1;
	}
	return { numbers, unreadable, unfinished };
}
