import { decodeText } from './connection.ts';
import { IndexDamaged } from './index-failure.ts';

/** Where the files are other than the index has them. */
export interface FileComparison {
	/** Files that it has otherwise or not at all, each with its mark; in the order of their paths. */
	readonly files: Map<string, string>;
	/** The paths, with the marks that it has, of files that are otherwise or not there. */
	readonly stored: Map<string, string>;
}

/** Files passed over one by one in a step. */
const filesInStep = 200;

/**
 * Compares files with what the index has, in small steps. Both are packed as `unpackMarks` takes them apart, and in the
 * order of their paths. What is the same on both sides, as nearly all is, is passed over by its bytes, many files at once;
 * only what differs is taken apart and kept.
 */
export function* compareFiles(
	files: Iterable<Uint8Array>,
	stored: Iterable<Uint8Array>,
): Generator<void, FileComparison> {
	const found: FileComparison = { files: new Map(), stored: new Map() };
	const [present, kept] = [readMarks(files), readMarks(stored)];
	/** Notes the next file of one or both of them, unless it is the same in both. */
	const noteNext = () => {
		const [file, record] = [present.look(), kept.look()];
		if (file === null && record === null) return;
		const isFile = file !== null && (record === null || file.path <= record.path);
		const isRecord = record !== null && (file === null || record.path <= file.path);
		const isSame = isFile && isRecord && file.mark === record.mark;
		if (isFile) present.pass(file.length);
		if (isRecord) kept.pass(record.length);
		if (isFile && !isSame) found.files.set(file.path, file.mark);
		if (isRecord && !isSame) found.stored.set(record.path, record.mark);
	};
	for (let at = 1; present.left() > 0 || kept.left() > 0; at += 1) {
		const length = Math.min(present.left(), kept.left());
		if (length > 0 && Buffer.compare(present.next(length), kept.next(length)) === 0) {
			present.pass(length);
			kept.pass(length);
			yield;
		} else {
			noteNext();
			if (at % filesInStep === 0) yield;
		}
	}
	// The database orders letters beyond the first 65,536 otherwise, so what was passed over may be there all the same.
	for (const [path, mark] of found.stored) {
		if (found.files.get(path) !== mark) continue;
		found.files.delete(path);
		found.stored.delete(path);
	}
	return found;
}

/** Packed marks that are gone through once. Each of the runs that they come in ends with a whole file. */
interface MarksInOrder {
	/** How many bytes there are until the end of the present run; 0 once there are no more. */
	left(): number;
	next(length: number): Uint8Array;
	/** The next file, which is so many bytes long. */
	look(): { readonly path: string; readonly mark: string; readonly length: number } | null;
	pass(length: number): void;
}

function readMarks(runs: Iterable<Uint8Array>): MarksInOrder {
	const iterator = runs[Symbol.iterator]();
	let run: Uint8Array = new Uint8Array();
	let at = 0;
	const left = () => {
		while (at >= run.length) {
			const next = iterator.next();
			if (next.done) return 0;
			run = next.value;
			at = 0;
		}
		return run.length - at;
	};
	return {
		left,
		next: (length) => run.subarray(at, at + length),
		look() {
			if (left() === 0) return null;
			const middle = run.indexOf(0, at);
			const end = middle < 0 ? -1 : run.indexOf(0, middle + 1);
			if (end < 0) throw new IndexDamaged('The marks of the index are damaged.');
			const [path, mark] = [run.subarray(at, middle), run.subarray(middle + 1, end)].map(decodeText);
			return { path: path ?? '', mark: mark ?? '', length: end + 1 - at };
		},
		pass(length) {
			at += length;
		},
	};
}
