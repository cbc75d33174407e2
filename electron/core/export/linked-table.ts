import type { LinkedStory } from '#shared/contract/articles.ts';
import { firstPlace } from '#shared/first-place.ts';
import { type ArticleId, articleIdLength } from '#shared/model/article.ts';
import type { ExportSource } from './export-source.ts';
import type { AskLinked, FindLinked } from './find-linked.ts';

/** What links show to all stories of a newsroom, in memory that threads share. */
export interface LinkedTable {
	/** A line for each story, in the order of ids: its id, then a `LinkedStory` as JSON. */
	readonly lines: Uint8Array;
	/** Where each line begins, and where one more would. */
	readonly begins: Uint32Array;
}

const lineFeed = 0x0a;
/** So many take the index a few milliseconds. */
const together = 2000;

/** Takes down what links to all stories show now. */
export async function gatherLinked({ linkedLines }: Pick<ExportSource, 'linkedLines'>): Promise<LinkedTable> {
	const pages: Uint8Array[] = [];
	const found: number[] = [];
	let length = 0;
	for (let after: ArticleId = ''; ; ) {
		const page = await linkedLines(after, together);
		if (page.length === 0) break;
		for (let feed = -1; ; ) {
			const begin = feed + 1;
			found.push(length + begin);
			feed = page.indexOf(lineFeed, begin);
			if (feed >= 0) continue;
			after = textOf(page, begin, begin + articleIdLength);
			break;
		}
		pages.push(page);
		length += page.length + 1;
	}
	const lines = new Uint8Array(new SharedArrayBuffer(length));
	const begins = new Uint32Array(new SharedArrayBuffer((found.length + 1) * Uint32Array.BYTES_PER_ELEMENT));
	begins.set([...found, length]);
	for (let at = 0; ; ) {
		const page = pages.shift();
		if (page === undefined) break;
		lines.set(page, at);
		at += page.length + 1;
	}
	return { lines, begins };
}

/** Answers from a table. */
export function askTable(table: LinkedTable): AskLinked {
	const find = findInTable(table);
	return (ids) => {
		const found = new Map(ids.map((id) => [id, find(id)]));
		return (id) => found.get(id) ?? null;
	};
}

function findInTable({ lines, begins }: LinkedTable): FindLinked {
	const count = begins.length - 1;
	const beginOf = (number: number) => begins[number] ?? 0;
	const compare = (id: Uint8Array, number: number): number => {
		const begin = beginOf(number);
		for (let at = 0; at < articleIdLength; at += 1) {
			const difference = (id[at] ?? 0) - (lines[begin + at] ?? 0);
			if (difference !== 0) return difference;
		}
		return 0;
	};
	return (id) => {
		const bytes = Buffer.from(id, 'latin1');
		const number = firstPlace(count, (place) => compare(bytes, place) <= 0);
		if (number === count || compare(bytes, number) !== 0) return null;
		// The index wrote it of its own.
		return JSON.parse(textOf(lines, beginOf(number) + articleIdLength, beginOf(number + 1) - 1)) as LinkedStory;
	};
}

/** Text in memory that may be shared, which a decoder does not take. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
