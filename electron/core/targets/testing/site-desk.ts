import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realFileSystem } from '../../disk/file-system.ts';
import { makeTestNewsroom, testId } from '../../export/testing/test-newsroom.ts';
import { type OpenNewsroom, openNewsroom } from '../../newsroom/open-newsroom.ts';
import { publishStory } from '../../publish/publish-story.ts';
import { createTargetKeeper } from '../keep-targets.ts';
import { findTarget } from '../target-exports.ts';

const since = '2025-03-31T08:00:00Z';

/** A newsroom with some stories and two targets: a site that publishing writes, and a staging site that takes ready stories. */
export async function siteDesk(count = 3) {
	const made = await makeTestNewsroom();
	const settings = JSON.parse(await readFile(join(made.path, 'newsroom.json'), 'utf8'));
	settings.targets = [
		{ name: 'Site', folder: 'site', onPublish: true },
		{ name: 'Staging', folder: 'staging', options: { ready: true } },
	];
	await writeFile(join(made.path, 'newsroom.json'), JSON.stringify(settings));
	await made.picture('media/2025/03/lead.svg');
	for (let number = 1; number <= count; number += 1) {
		const leadImage = { media: 'media/2025/03/lead.svg', alt: 'A wall', caption: '', credit: '', focus: null };
		// Out for long, so that its address stays whatever its headline becomes.
		const dates = {
			created: since,
			updated: since,
			published: since,
			updateShown: null,
			scheduled: null,
			embargo: null,
		};
		await made.write({ id: testId(number), slug: `story-${number}`, headline: `Story ${number}`, leadImage, dates });
	}
	const newsroom = await openWhole(made.path);
	return {
		...made,
		newsroom,
		site: join(made.root, 'site'),
		target: findTarget(newsroom, 'Site'),
		...deskOf(newsroom),
	};
}

/** Opens a newsroom and waits until all of it is known. */
export async function openWhole(path: string): Promise<OpenNewsroom> {
	const newsroom = await openNewsroom(realFileSystem, path, () => {});
	await newsroom.whole();
	return newsroom;
}

/** What an editor does in a newsroom that has targets. */
export function deskOf(newsroom: OpenNewsroom) {
	const told: { name: string; written: number }[] = [];
	const keeper = createTargetKeeper(
		(name, written) => told.push({ name, written }),
		(message, error) => {
			throw new Error(message, { cause: error });
		},
	);
	/** Gives a story another headline; of a published one that waits to be published. */
	const edit = async (number: number, headline: string) => {
		const { article, revision } = await newsroom.articles.open(testId(number));
		await newsroom.articles.save({ ...article, headline }, revision);
	};
	const publish = async (number: number, byHand = true) => {
		await keeper.publishing(newsroom, byHand, () => publishStory(newsroom, testId(number), null));
		await keeper.idle();
	};
	return { keeper, told, edit, publish };
}
