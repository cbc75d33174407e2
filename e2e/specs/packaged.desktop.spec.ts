import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { launchDesktop } from '../fixtures/desktop-host.ts';
import { packageGalley, whyNotPackaged } from '../fixtures/packaged.ts';
import { openApplication } from '../fixtures/running-galley.ts';
import { Desk } from '../pages/desk.ts';

test.setTimeout(180_000);

test('the packaged app opens from an empty home folder, takes the first story and exports it', async ({
	places,
	problems,
}, testInfo) => {
	const reason = whyNotPackaged();
	test.skip(reason !== null, reason ?? '');
	const packaged = await packageGalley();
	const open = async () =>
		openApplication(
			await launchDesktop({
				places,
				newsroom: null,
				packaged,
				onOutput: (text, stream) => problems.watchHost(text, stream),
			}),
			problems,
		);
	const desk = new Desk(await open(), open, { places, problems, newsroomFolder: null });
	const about = await desk.app?.evaluate(({ app }) => ({
		isPackaged: app.isPackaged,
		electron: process.versions.electron,
	}));
	testInfo.annotations.push({ type: 'electron', description: about?.electron ?? 'unknown' });
	console.log(`packaged on Electron ${about?.electron}: ${testInfo.title}`);
	expect(about?.isPackaged).toBe(true);

	await expect(desk.list.stories.first()).toBeVisible();
	expect(await readdir(places.documents)).toEqual(['Galley Sample Newsroom']);

	const story = await desk.newStory();
	await story.typeHeadline('Council opens the swimming pool');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('After two years of repairs the doors open on Monday.');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('The first swimmers queued from seven in the morning.');
	await desk.inspector.addCategory('World');
	await desk.setStatus('Published');
	await story.waitUntilSaved();

	const site = places.path('site');
	await desk.exportDialog.exportTo(site, 'This story');
	const [file = ''] = await readdir(join(site, 'articles'));
	const exported = JSON.parse(await readFile(join(site, 'articles', file), 'utf8'));
	expect(exported).toMatchObject({
		headline: 'Council opens the swimming pool',
		standfirst: 'After two years of repairs the doors open on Monday.',
		bodyText: 'The first swimmers queued from seven in the morning.',
		categories: [{ slug: 'world', label: 'World' }],
	});
	await desk.close();
});
