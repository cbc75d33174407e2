import { writeSync } from 'node:fs';
import type { SaveOutcome } from '#shared/contract/articles.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';

/*
 * Changes and publishes published stories without pause until it is killed. Each line on stdout is one acknowledged save or
 * publication: the story's id, the number that its headline then has, and `saved` or `published`. Run by
 * publish-kill.test.ts, with the newsroom's path as its argument.
 */
const newsroom = await openNewsroom(realFileSystem, process.argv[2] ?? '', () => {});
await newsroom.whole();
const { articles } = newsroom;

async function publishForever(id: string): Promise<void> {
	let { article, revision } = await articles.open(id);
	const take = (outcome: SaveOutcome, what: string) => {
		if (outcome.kind !== 'saved') throw new Error(`it ended as ${outcome.kind}`);
		({ article, revision } = outcome);
		writeSync(1, `${id} ${article.headline} ${what}\n`);
	};
	for (let number = Number(article.headline) + 1; ; number += 1) {
		const isFirst = article.status !== 'published';
		const next = { ...article, status: 'published' as const, headline: String(number) };
		take(await articles.save(next, revision), isFirst ? 'published' : 'saved');
		if (number % 2 === 0) take(await articles.publishChanges(id, revision), 'published');
	}
}

for (let stories = articles.catalogue.size; stories < 4; stories += 1) await articles.create('0');
await Promise.all([...articles.catalogue.ids()].map(publishForever));
