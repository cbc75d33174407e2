import { unpackMarks } from './file-records.ts';
import type { FilesInOrder } from './folder-looks.ts';

/** Where the files are other than the index has them. */
export interface FileComparison {
	/** Files that it has otherwise or not at all, each with its mark; in the order of their paths. */
	readonly files: Map<string, string>;
	/** The paths, with the marks that it has, of files that are otherwise or not there. */
	readonly stored: Map<string, string>;
}

const filesInStep = 1000;

/**
 * Compares files with what the index has, in small steps. Both are gone through in the order of their paths at once, so
 * that only what differs is kept.
 */
export function* compareFiles(files: FilesInOrder, stored: Iterable<Uint8Array>): Generator<void, FileComparison> {
	const found: FileComparison = { files: new Map(), stored: new Map() };
	const noteFile = () => {
		if (files.path !== null) found.files.set(files.path, files.mark);
		files.next();
	};
	files.next();
	for (const packed of stored) {
		const marks = unpackMarks(packed);
		for (let at = 0; at < marks.length; at += 2) {
			const [path = '', mark = ''] = [marks[at], marks[at + 1]];
			while (files.path !== null && files.path < path) noteFile();
			if (files.path === path && files.mark === mark) files.next();
			else {
				found.stored.set(path, mark);
				if (files.path === path) noteFile();
			}
		}
		yield;
	}
	for (let at = 1; files.path !== null; at += 1) {
		noteFile();
		if (at % filesInStep === 0) yield;
	}
	// The database orders letters beyond the first 65,536 otherwise, so what was passed over may be there all the same.
	for (const [path, mark] of found.stored) {
		if (found.files.get(path) !== mark) continue;
		found.files.delete(path);
		found.stored.delete(path);
	}
	return found;
}
