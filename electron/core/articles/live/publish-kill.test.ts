import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { createNewsroomFolder } from '../../newsroom/newsroom-folder.ts';
import { openNewsroom } from '../../newsroom/open-newsroom.ts';
import { bundleScript } from '../../testing/bundle-script.ts';
import { runUntilKilled } from '../../testing/run-until-killed.ts';
import { tempFolder } from '../../testing/temp-newsroom.ts';
import { readLive } from './live-version.ts';

const runs = runsOf({ short: 10, long: 300 });

test(`of ${runs} publications killed at random moments, readers have the version before or the one after`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../../testing/publish-loop.ts'));
	const path = join(await tempFolder(), 'desk');
	await createNewsroomFolder(realFileSystem, path, 'The Desk');
	const acknowledged = { saved: new Map<string, number>(), published: new Map<string, number>() };
	let count = 0;
	for (let run = 0; run < runs; run += 1) {
		for (const line of await runUntilKilled(script, [path])) {
			const [id = '', number, what] = line.split(' ');
			count += 1;
			acknowledged.saved.set(id, Number(number));
			if (what === 'published') acknowledged.published.set(id, Number(number));
		}
		const newsroom = await openNewsroom(realFileSystem, path, () => {});
		await newsroom.whole();
		for (const id of newsroom.articles.catalogue.ids()) {
			const file = await newsroom.articles.read(id);
			if (file.kind !== 'article') throw new Error(`the story is ${file.kind}`);
			const saved = Number(file.article.headline);
			expect(saved).toBeGreaterThanOrEqual(acknowledged.saved.get(id) ?? 0);
			if (file.article.status !== 'published') continue;
			const live = await readLive({ ...newsroom, newsroom: newsroom.folder().path }, file);
			if (live.kind === 'working-copy') continue;
			// Beside the file, so that nobody has to look into the history.
			expect(live).toMatchObject({ kind: 'live', isKept: true });
			if (live.kind !== 'live') continue;
			const readers = Number(live.file.article.headline);
			expect(readers).toBeGreaterThanOrEqual(acknowledged.published.get(id) ?? 0);
			expect(readers).toBeLessThan(saved);
		}
		await newsroom.close();
	}
	console.log(`${runs} runs, ${count} acknowledged saves and publications`);
	expect(count).toBeGreaterThan(runs);
}, 1_800_000);
