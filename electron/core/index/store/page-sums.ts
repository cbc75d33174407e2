import { closeSync, fsyncSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { IndexDamaged } from './index-failure.ts';

/**
 * The checksums of all pages of a database file. SQLite keeps none, so that a page that a disk lost or changed often gives
 * wrong answers and no error. They change when the log is moved into the file and at no other time, and lie in a file of
 * their own. After a crash they are right for every page that is not in the log, and those are taken anew from there.
 */
export interface PageSums {
	/** Takes over the pages of so many frames of the log that were just moved into the file. */
	noteMoved(frames: number): void;
	/** Compares all pages with their checksums, in small steps. Throws `IndexDamaged` at the first that is another. */
	check(): Generator<void>;
	/** How many bytes the log takes on the disk. */
	logSize(): number;
	/** Lets go of the file. Only after the database has: on Unix this gives up all locks that the process has on it. */
	close(): void;
}

/** Where the checksums of an index lie. */
export const sumsEnding = '-sums';

/** A database in memory has no pages on a disk. */
export const noPageSums: PageSums = { noteMoved() {}, *check() {}, logSize: () => 0, close() {} };

const bytesOfSum = 8;
const logHeader = 32;
const frameHeader = 24;
/** A fraction of a millisecond, unless the disk has to be waited for. */
const pagesInStep = 32;
/** SQLite locks the page with this byte and keeps nothing in it. */
const lockByte = 0x40000000;
/** What a change of the journal's mode writes on the first page: its form, and how often the file was changed. */
const passing: readonly (readonly [number, number])[] = [
	[18, 20],
	[24, 28],
	[92, 100],
];

/**
 * Opens the checksums of a database that this process has locked. Throws `IndexDamaged` when they are not there, unless it
 * is new.
 */
export function openPageSums(file: string, pageSize: number, isNew: boolean): PageSums {
	const place = `${file}${sumsEnding}`;
	let sums = isNew ? new Uint32Array(0) : readSums(place);
	const database = openSync(file, 'r');
	const pages = () => sums.length / 2;
	const lockPage = lockByte / pageSize + 1;
	const buffer = Buffer.from(new ArrayBuffer(pageSize * pagesInStep));

	/** Puts the checksum of the page that lies there in the buffer into its place among these. */
	const take = (page: number, from: number, into: Uint32Array) => {
		if (page === 1) for (const [first, end] of passing) buffer.fill(0, from + first, from + end);
		putSum(new Uint32Array(buffer.buffer, from, pageSize / 4), into, (page - 1) * 2);
	};
	return {
		noteMoved(frames) {
			if (frames <= 0) return;
			const log = openSync(`${file}-wal`, 'r');
			try {
				const head = Buffer.alloc(frameHeader);
				for (let frame = 0; frame < frames; frame += 1) {
					const from = logHeader + frame * (frameHeader + pageSize);
					readWhole(log, head, from);
					readWhole(log, buffer.subarray(0, pageSize), from + frameHeader);
					const page = head.readUInt32BE(0);
					if (page > pages()) {
						const more = new Uint32Array(page * 2);
						more.set(sums);
						sums = more;
					}
					take(page, 0, sums);
				}
			} finally {
				closeSync(log);
			}
			// Before the next change writes over the log.
			writeSums(place, sums);
		},
		*check() {
			const found = new Uint32Array(sums.length);
			for (let page = 1; page <= pages(); ) {
				const end = Math.min(page + pagesInStep, pages() + 1, page < lockPage ? lockPage : Number.POSITIVE_INFINITY);
				readWhole(database, buffer.subarray(0, (end - page) * pageSize), (page - 1) * pageSize);
				for (let from = 0; page < end; page += 1, from += pageSize) {
					const at = (page - 1) * 2;
					take(page, from, found);
					if (found[at] !== sums[at] || found[at + 1] !== sums[at + 1])
						throw new IndexDamaged(`The index is damaged: page ${page} is not as it was written.`);
				}
				if (page === lockPage) page += 1;
				yield;
			}
		},
		logSize: () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
		close: () => closeSync(database),
	};
}

function readSums(place: string): Uint32Array<ArrayBuffer> {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(place);
	} catch (error) {
		throw new IndexDamaged('The checksums of the index cannot be read.', { cause: error });
	}
	const all = new Uint32Array(Uint8Array.from(bytes).buffer, 0, Math.floor(bytes.length / bytesOfSum) * 2);
	const sums = all.slice(0, -2);
	const own = new Uint32Array(2);
	putSum(sums, own, 0);
	if (sums.length === 0 || bytes.length % bytesOfSum !== 0 || all.at(-2) !== own[0] || all.at(-1) !== own[1])
		throw new IndexDamaged('The checksums of the index are damaged.');
	return sums;
}

/** Writes the checksums with their own behind them, so that a crash leaves the old ones or the new ones. */
function writeSums(place: string, sums: Uint32Array): void {
	const all = new Uint32Array(sums.length + 2);
	all.set(sums);
	putSum(sums, all, sums.length);
	const temporary = `${place}-new`;
	const file = openSync(temporary, 'w');
	try {
		writeFileSync(file, new Uint8Array(all.buffer));
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, place);
}

/** The checksum that SQLite itself has for its log: 64 bits that each of the words changes. */
function putSum(words: Uint32Array, into: Uint32Array, at: number): void {
	let [first, second] = [1, 1];
	for (let word = 0; word < words.length; word += 2) {
		first = (first + (words[word] ?? 0) + second) | 0;
		second = (second + (words[word + 1] ?? 0) + first) | 0;
	}
	into[at] = first;
	into[at + 1] = second;
}

function readWhole(file: number, into: Buffer, from: number): void {
	for (let read = 0; read < into.length; ) {
		const more = readSync(file, into, read, into.length - read, from + read);
		if (more === 0) throw new IndexDamaged('The index is damaged: its file is too short.');
		read += more;
	}
}
