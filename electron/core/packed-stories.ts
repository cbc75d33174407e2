import type { CataloguedStory } from './catalogue.ts';
import { createNumberTable, type NumberTable } from './number-table.ts';

/*
 * A hundred thousand stories as objects in Maps take 80 MB, and most of a second to put there. As the bytes in which the
 * index sends them, with tables of numbers to find them by, they take a quarter of both.
 */

/** What a story is found by. */
export type StoryKey = 'id' | 'path' | 'slug';

/** Stories as bytes, each with a number, in the order in which they came. */
export interface PackedStories {
	/** Takes stories as `packStories` makes them, which it is yet to look at; there are none with the same ids. */
	add(packed: Uint8Array): void;
	/** The numbers of the stories that have this. */
	find(key: StoryKey, text: string): number[];
	story(number: number): CataloguedStory;
	/** Takes a story out; its bytes stay. */
	drop(number: number): void;
	numbers(): Generator<number>;
	/** How many there are. */
	readonly size: number;
	/** How many were taken out. */
	readonly dropped: number;
}

const fields = 4;
/** Each is followed by another field. */
const fieldOf: Readonly<Record<StoryKey, number>> = { id: 0, path: 1, slug: 2 };

/** Packs stories: their id, path, slug and revision, with a zero between all. None of these holds a zero. */
export function packStories(stories: readonly CataloguedStory[]): Uint8Array {
	return Buffer.from(stories.map(({ id, path, slug, revision }) => [id, path, slug, revision].join('\0')).join('\0'));
}

/** Takes packed stories apart; one that lacks its end is left out. */
export function unpackStories(packed: Uint8Array): CataloguedStory[] {
	const texts = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString().split('\0');
	const stories: CataloguedStory[] = [];
	for (let at = 0; at + fields <= texts.length; at += fields) {
		const [id = '', path = '', slug = '', revision = ''] = texts.slice(at, at + fields);
		stories.push({ id, path, slug, revision });
	}
	return stories;
}

/** Makes an empty store. */
export function createPackedStories(): PackedStories {
	const chunks: Uint8Array[] = [];
	/** How many of them were looked at. */
	let looked = 0;
	/** The chunk of each story, where its fields begin in there, and whether it was taken out. */
	let chunkOf = new Uint32Array(1024);
	let begins = new Uint32Array(1024 * fields);
	let isDropped = new Uint8Array(1024);
	let count = 0;
	let dropped = 0;
	const tables = new Map<StoryKey, NumberTable>();

	const bytesOf = (number: number) => chunks[chunkOf[number] ?? 0] ?? nothing;
	const beginOf = (number: number, field: number) => begins[number * fields + field] ?? 0;
	const makeRoom = () => {
		if (count < isDropped.length) return;
		chunkOf = larger(chunkOf, new Uint32Array(count * 2));
		begins = larger(begins, new Uint32Array(count * 2 * fields));
		isDropped = larger(isDropped, new Uint8Array(count * 2));
	};

	/** Finds out where the stories of a chunk begin. */
	const look = (packed: Uint8Array, chunk: number) => {
		for (let begin = 0; begin < packed.length; count += 1) {
			makeRoom();
			chunkOf[count] = chunk;
			for (let field = 0; field < fields; field += 1) {
				// One that lacks its end is damage of the index, which the scan of the files finds.
				if (begin > packed.length) return;
				begins[count * fields + field] = begin;
				begin = endOf(packed, begin) + 1;
			}
		}
	};
	const lookAtAll = () => {
		for (; looked < chunks.length; looked += 1) look(chunks[looked] ?? nothing, looked);
	};
	const tableOf = (key: StoryKey): NumberTable => {
		const field = fieldOf[key];
		const table = tables.get(key) ?? createNumberTable(standsFor(field));
		tables.set(key, table);
		// Only now, for a newsroom that is opened is not yet asked for anything by most of them.
		lookAtAll();
		for (let number = table.size(); number < count; number += 1)
			table.add(bytesOf(number), beginOf(number, field), beginOf(number, field + 1) - 1);
		return table;
	};
	const standsFor = (field: number) => (number: number, bytes: Uint8Array, from: number, to: number) => {
		const own = bytesOf(number);
		const ahead = beginOf(number, field) - from;
		if (own[ahead + to] !== 0) return false;
		for (let at = from; at < to; at += 1) if (own[ahead + at] !== bytes[at]) return false;
		return true;
	};

	return {
		add: (packed) => void chunks.push(packed),
		find(key, text) {
			// Such a text would be found across the fields of a story.
			if (text.includes('\0')) return [];
			return tableOf(key)
				.find(Buffer.from(text))
				.filter((number) => isDropped[number] === 0);
		},
		story(number) {
			const end = endOf(bytesOf(number), beginOf(number, fields - 1));
			const [story] = unpackStories(bytesOf(number).subarray(beginOf(number, 0), end));
			if (story === undefined) throw new Error(`There is no story ${number}.`);
			return story;
		},
		drop(number) {
			if (isDropped[number] === 1) return;
			isDropped[number] = 1;
			dropped += 1;
		},
		*numbers() {
			lookAtAll();
			for (let number = 0; number < count; number += 1) if (isDropped[number] === 0) yield number;
		},
		get size() {
			lookAtAll();
			return count - dropped;
		},
		get dropped() {
			return dropped;
		},
	};
}

const nothing = new Uint8Array();

function endOf(packed: Uint8Array, from: number): number {
	const end = packed.indexOf(0, from);
	return end < 0 ? packed.length : end;
}

function larger<Numbers extends Uint8Array | Uint32Array>(present: Numbers, into: Numbers): Numbers {
	into.set(present);
	return into;
}
