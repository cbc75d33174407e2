import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.mjs';
import { makeStories } from './story.mjs';
import { categories } from './taxonomy.mjs';

const settings = {
	$schema: 'urn:galley:newsroom:1',
	name: 'The Lantern',
	siteUrl: 'https://the-lantern.example',
	language: 'en',
	locale: 'en-GB',
	timeZone: 'Europe/Brussels',
	newsletter: { title: 'The morning letter', text: 'What happened, before breakfast.', button: 'Send it to me' },
	comments: 'open',
	limits: { headline: 90, standfirst: 160, keyPoints: 5, related: 6 },
};

/** The bytes of a file as Galley writes it. */
export const fileText = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes a whole newsroom of so many stories into a folder, which is made. The same count and seed give the same bytes.
 * It is not synced to the disk. `onStory` hears how many are written.
 */
export function writeNewsroom(folder, { articles, seed }, onStory = () => {}) {
	mkdirSync(join(folder, 'articles'), { recursive: true });
	mkdirSync(join(folder, 'media'), { recursive: true });
	writeFileSync(join(folder, 'categories.json'), fileText({ $schema: 'urn:galley:categories:1', categories }));
	const made = new Set();
	let written = 0;
	let bytes = 0;
	for (const story of makeStories(new Random(seed), articles)) {
		const [year, month] = story.dates.created.split('-');
		const folderOfMonth = join(folder, 'articles', year, month);
		if (!made.has(folderOfMonth)) mkdirSync(folderOfMonth, { recursive: true });
		made.add(folderOfMonth);
		const text = fileText(story);
		writeFileSync(join(folderOfMonth, `${story.slug}-${story.id.slice(-6).toLowerCase()}.json`), text);
		written += 1;
		bytes += text.length;
		onStory(written);
	}
	// Last, for it is what makes the folder a newsroom.
	writeFileSync(join(folder, 'newsroom.json'), fileText(settings));
	return { articles: written, bytes };
}
