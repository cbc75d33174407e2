import { writeSync } from 'node:fs';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';

/*
 * Saves without pause until it is killed. Each line on stdout is one acknowledged save: the story's id and the number
 * that its headline then has. Run by save-kill.test.ts, with the newsroom's path as its argument.
 */
const newsroom = await openNewsroom(realFileSystem, process.argv[2] ?? '', () => {});
await newsroom.whole();
const { articles } = newsroom;

async function saveForever(id: string): Promise<void> {
	for (let opened = await articles.open(id); ; ) {
		const number = Number(opened.article.headline) + 1;
		const body = Array.from({ length: 1 + (number % 40) }, (_, index) => ({
			id: `b${index}`,
			type: 'paragraph' as const,
			html: `Paragraph ${index} of save ${number}. `.repeat(20).trim(),
		}));
		const outcome = await articles.save({ ...opened.article, headline: String(number), body }, opened.revision);
		if (outcome.kind !== 'saved') throw new Error(`a save ended as ${outcome.kind}`);
		writeSync(1, `${id} ${number}\n`);
		opened = { ...opened, article: outcome.article, revision: outcome.revision };
	}
}

if (articles.catalogue.size < 6) {
	const made = await articles.create('0');
	writeSync(1, `${made.article.id} 0\n`);
}
await Promise.all([...articles.catalogue.ids()].map(saveForever));
