import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { inLanes } from '../disk/in-lanes.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';

const runs = runsOf({ short: 15, long: 120 });
const lanes = 4;

test(`of ${runs} kills while typing and saving, no acknowledged note or revision is lost`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/keep-loop.ts'));
	const figures = { runs: 0, noted: 0, kept: 0, lost: 0, unreadable: 0 };
	/** Every so many runs have a newsroom of their own. */
	const killInTurn = async (first: number) => {
		const newsroom = await tempNewsroom();
		const { id } = (await newsroom.articles.create('Budget')).article;
		const kept = new Set<string>();
		let last = 0;
		for (let run = first; run < runs; run += lanes) {
			for (const line of await runUntilKilled(script, [newsroom.path, id, String(last)])) {
				const [kind, value = ''] = line.split(' ');
				if (kind === 'kept') kept.add(value);
				else last = Number(value);
				if (kind === 'kept') figures.kept += 1;
				else figures.noted += 1;
			}
			const again = await newsroom.reopen();
			const { entries, damaged } = await again.journal.read();
			figures.unreadable += damaged.length;
			if (Number(entries[0]?.mine.standfirst.split(' ')[0] ?? -1) < last) figures.lost += 1;
			const { revisions } = await again.history.list(id, null, 1000);
			const found = new Set<string>(revisions.map((revision) => revision.revision));
			for (const revision of kept) if (!found.has(revision)) figures.lost += 1;
			figures.runs += 1;
		}
		const { revisions } = await newsroom.history.list(id, null, 1000);
		for (const revision of revisions) await newsroom.history.read(id, revision.id);
	};
	await inLanes(Array(lanes).keys(), lanes, killInTurn);
	console.log(JSON.stringify(figures));
	expect(figures).toMatchObject({ runs, lost: 0, unreadable: 0 });
	expect(figures.kept).toBeGreaterThan(runs / 2);
}, 300_000);
