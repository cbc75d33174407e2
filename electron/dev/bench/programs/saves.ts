import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article } from '#shared/model/article.ts';
import { answered, openDesk, takeOut, timed } from './desk.ts';
import type { Program } from './program.ts';

const wantedBytes = 20_000;
/** So many saves go before, as in the middle of a working day: by then the engine has made its best of the code. */
const warmUp = 300;

/**
 * Saves one story of 20 kB again and again with a word changed, and waits each time until the list shows it. Beside it
 * the same bytes are written durably, which tells how fast the disk is. The newsroom is left as it was.
 */
export const saves: Program = async ({ newsroom, indexWorker, times }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const made = answered(await desk.host.articles.create({ headline: 'A story that is saved often' }));
	const path = join(newsroom, made.path);
	const other = join(dirname(path), 'bare-write.bin');
	const save: number[] = [];
	const shown: number[] = [];
	const bare: number[] = [];
	let { article, revision } = made;
	try {
		for (let round = 0; round < times + warmUp; round += 1) {
			const next = longStory(article, round);
			const since = performance.now();
			const outcome = answered(await desk.host.articles.save({ article: next, basedOn: revision }));
			const saved = performance.now() - since;
			if (outcome.kind !== 'saved') throw new Error(`The save ended as ${outcome.kind}.`);
			({ article, revision } = outcome);
			const { rows } = answered(await desk.host.articles.list({ text: `round${round}`, limit: 1 }));
			const listed = performance.now() - since;
			if (rows[0]?.id !== article.id) throw new Error('The list does not show what was saved.');
			const bytes = readFileSync(path);
			const { ms } = await timed(() => writeDurably(other, bytes));
			if (round < warmUp) continue;
			save.push(saved);
			shown.push(listed);
			bare.push(ms);
		}
	} finally {
		rmSync(other, { force: true });
		await takeOut(desk, newsroom, article.id);
		await desk.close();
	}
	return { samples: { save, shown, bare } };
};

function longStory(article: Article, round: number): Article {
	const words = 'The council weighed the plan for the harbour wall again and put off the vote until the spring. ';
	const paragraph = words.repeat(5).trim();
	const count = Math.floor((wantedBytes - 2000) / (paragraph.length + 80));
	const body = Array.from({ length: count }, (_, index) => ({
		id: `b${index + 1}`,
		type: 'paragraph' as const,
		html: index === 3 ? `${paragraph} Change round${round}.` : paragraph,
	}));
	return { ...article, categories: ['news'], body };
}

/** Temp file, fsync, rename, fsync of the folder: the least that makes a write durable. */
function writeDurably(path: string, bytes: Uint8Array): void {
	const temporary = `${path}.tmp`;
	const file = openSync(temporary, 'w');
	writeSync(file, bytes);
	fsyncSync(file);
	closeSync(file);
	renameSync(temporary, path);
	const folder = openSync(dirname(path), 'r');
	fsyncSync(folder);
	closeSync(folder);
}
