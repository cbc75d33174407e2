import { writeSync } from 'node:fs';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';

/*
 * Types and saves without pause until it is killed: notes in the journal, saves, history. Each line on stdout is one
 * acknowledgement: `noted <number>` or `kept <revision>`. Run by keep-kill.test.ts with the newsroom's path, the story's
 * id and the number to begin with.
 */
const [, , path = '', id = '', first = '0'] = process.argv;
const newsroom = await openNewsroom(realFileSystem, path, () => {});
await newsroom.whole();
let opened = await newsroom.articles.open(id);
for (let number = Number(first) + 1; ; number += 1) {
	const mine = { ...opened.article, standfirst: `${number} ${'typed words '.repeat(number % 300)}`.trim() };
	await newsroom.journal.write({
		session: 'kill-session',
		version: number,
		basedOn: opened.revision,
		base: opened.article,
		mine,
	});
	writeSync(1, `noted ${number}\n`);
	if (number % 3 !== 0) continue;
	const outcome = await newsroom.articles.save(mine, opened.revision, 'explicit');
	if (outcome.kind !== 'saved' || outcome.warning !== undefined) throw new Error(`a save ended as ${outcome.kind}`);
	writeSync(1, `kept ${outcome.revision}\n`);
	opened = { ...opened, article: outcome.article, revision: outcome.revision };
}
