import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { manifestFile } from '../export/folder/manifest.ts';
import { hashOf } from '../export/pictures.ts';
import { readFiles, testId } from '../export/testing/test-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { findTarget, logOf, planTarget, writeTarget } from './target-exports.ts';
import { deskOf, openWhole, siteDesk } from './testing/site-desk.ts';

const runs = runsOf({ short: 6, long: 300 });
const stories = 5;

test(`of ${runs} kills while publishing and rolling back, each leaves one whole export, which log and stories agree with`, async () => {
	const script = await bundleScript(join(import.meta.dirname, 'testing/target-loop.ts'));
	const { newsroom, path, root, site, target, publish } = await siteDesk(stories);
	await publish(1);
	await writeTarget(newsroom, target, { kind: 'all' });
	await newsroom.close();
	const figures = { published: 0, cutOff: 0, untold: 0 };
	for (let run = 0; run < runs; run += 1) {
		figures.published += await publishUntilKilled(script, [path, String(stories)]);
		const beside = await readdir(root);
		if (beside.length > 2) figures.cutOff += 1;
		if ((await readdir(join(path, '.galley/targets/site-fbae041b'))).includes('pending.json')) figures.untold += 1;

		const again = await openWhole(path);
		const { keeper } = deskOf(again);
		const site1 = findTarget(again, 'Site');
		// The next look ends what was begun.
		await planTarget(again, site1, { kind: 'all' });
		const [line] = await logOf(again, site1, 1);
		expect((await readdir(root)).sort()).toEqual(['newsroom', 'site']);
		expect(line?.isNow).toBe(true);
		await expectWhole(site, line?.manifest);

		// Where the site does not have what is live, the newsroom knows that it is owed, or that it was taken back.
		const files = await readFiles(site);
		const isLive = await Promise.all(
			Array.from({ length: stories }, async (_, index) => {
				const live = await again.articles.live(testId(index + 1));
				const opened = await again.articles.open(testId(index + 1));
				const { headline } = live?.article ?? opened.article;
				return JSON.parse(files[`articles/story-${index + 1}.json`] ?? '{}').headline === headline;
			}),
		);
		const standing = (await keeper.states(again))[0]?.standing.kind;
		if (isLive.includes(false)) expect(['behind', 'rolled back']).toContain(standing);
		keeper.catchUp(again, site1);
		await keeper.idle();
		expect((await keeper.states(again))[0]?.standing).toEqual({ kind: 'idle' });
		const plan = await planTarget(again, site1, { kind: 'all' });
		expect(plan.stories.map(({ outcome }) => outcome)).toEqual(Array(stories).fill('unchanged'));
		await again.close();
	}
	console.log(
		`${runs} kills among ${figures.published} publications and roll backs: ${figures.cutOff} left something beside the ` +
			`site, ${figures.untold} an export that the log had not told`,
	);
}, 3_600_000);

/** Checks that a site holds every file of its manifest as it was written, and no other story. */
async function expectWhole(site: string, manifestHash: string | undefined): Promise<void> {
	const bytes = await readFile(join(site, manifestFile));
	expect(hashOf(bytes)).toBe(manifestHash);
	const { files } = JSON.parse(bytes.toString('utf8'));
	const there = Object.keys(await readFiles(site)).filter((file) => file !== manifestFile);
	expect(there.sort()).toEqual(Object.keys(files).sort());
	for (const file of there) expect(hashOf(await readFile(join(site, file)))).toBe(files[file]);
}

/** Runs the loop, kills it at a random moment, and answers how much it had finished. */
async function publishUntilKilled(script: string, args: readonly string[]): Promise<number> {
	const lines = await runUntilKilled(script, args, { mayBe: (output) => output.includes('made'), within: 500 });
	return lines.filter((line) => line === 'published').length;
}
