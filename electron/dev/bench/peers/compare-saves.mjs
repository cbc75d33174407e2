import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../build.mjs';
import { duration } from './duration.mjs';
import { Galley } from './galley.mjs';
import { Ghost } from './ghost.mjs';

const times = 100;
const warmUp = 50;
const bytes = 20_000;

/** Saves a story of 20 kB in Galley and in an installed Ghost, in turns, both over HTTP; answers the milliseconds of each. */
export async function compareSaves(ghost, emptyNewsroom) {
	await build(['web', 'renderer'], { quiet: true });
	const folder = mkdtempSync(join(tmpdir(), 'galley-saves-'));
	const newsroom = join(folder, 'newsroom');
	cpSync(emptyNewsroom, newsroom, { recursive: true });
	const theirs = await Ghost.start(ghost);
	try {
		const ours = await Galley.start(newsroom);
		try {
			return { name: theirs.name, ...(await inTurns(ours, theirs)) };
		} finally {
			await ours.close();
		}
	} finally {
		await theirs.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function inTurns(ours, theirs) {
	const headline = 'A story that is saved often';
	const save = await ours.saver(await ours.add(headline));
	const post = { headline, html: `<p>${textOf(0)}</p>`, tags: [], published: new Date().toISOString() };
	const saveThere = await theirs.saver(await theirs.add(post));
	const took = { ours: [], theirs: [] };
	for (let round = 0; round < times + warmUp; round += 1) {
		const one = await duration(() => save(textOf(round)));
		const other = await duration(() => saveThere(`<p>${textOf(round)}</p>`));
		if (round < warmUp) continue;
		took.ours.push(one);
		took.theirs.push(other);
	}
	return took;
}

/** A text of 20 kB that is another one each time. */
function textOf(round) {
	const words = 'The council weighed the plan for the harbour wall again and put off the vote until the spring. ';
	return `${words.repeat(Math.floor(bytes / words.length))}Change ${round}.`;
}
