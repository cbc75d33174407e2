import type { NewsroomPath } from '../newsroom-path.ts';
import type { FolderLooker } from './folder-looker.ts';
import { makeCounter, nextOf } from './part-counter.ts';
import { type FolderContent, isFolderPart, listFolder, lookAtFiles } from './story-files.ts';

/** Looks at folders of stories and at all below them, where a second thread may help. */
export interface FolderLooks {
	/** The work, in small steps. */
	readonly steps: Generator<Promise<void> | void>;
	/** How many files were seen so far. */
	filesSeen(): number;
	/** The folders that were found, each with what tells it from one of the same name that was made anew. */
	folders(): ReadonlyMap<string, string>;
	/**
	 * The marks of all files below one of the folders that were asked for, in the order of their paths and packed as
	 * `unpackMarks` takes them apart; some at a time, and each can be gone through once.
	 */
	marks(folder: string): Generator<Uint8Array>;
}

/** Some files of a folder, and their marks once they were looked at. */
interface Part {
	readonly folder: string;
	readonly names: string;
	marks: Uint8Array | null;
}

/**
 * Begins with folders of which none is below another. A helper has begun with the same ones: it lists them all, and both
 * look at the files of what was listed, each at the next part that the other has not taken; see `nextOf`.
 */
export function lookAtFolders(
	newsroom: NewsroomPath,
	roots: readonly string[],
	helper: FolderLooker | null = null,
): FolderLooks {
	/** Folders that are yet to be listed. */
	const waiting = new Set(roots);
	/** What each holds: names of folders, and parts. */
	const contents = new Map<string, readonly (string | Part)[]>();
	const parts: Part[] = [];
	const folders = new Map<string, string>();
	const taken = helper?.taken ?? makeCounter();
	let filesSeen = 0;
	/** Parts whose marks are not known yet. */
	let open = 0;

	const note = (folder: string, content: FolderContent | null) => {
		waiting.delete(folder);
		if (content === null) return;
		if (content.made !== '') folders.set(folder, content.made);
		filesSeen += content.files;
		const own = content.parts.map((names) =>
			isFolderPart(names) ? names.slice(0, -1) : { folder, names, marks: null },
		);
		contents.set(folder, own);
		for (const part of own) {
			if (typeof part === 'string') waiting.add(`${folder}/${part}`);
			else {
				parts.push(part);
				open += 1;
			}
		}
	};
	const keep = (part: Part | undefined, marks: Uint8Array) => {
		if (part === undefined || part.marks !== null) return;
		part.marks = marks;
		open -= 1;
	};
	/** Takes what the helper has found. */
	const hear = () => {
		for (const finding of helper?.found() ?? []) {
			if (finding.kind === 'listed') note(finding.folder, finding.content);
			else keep(parts[finding.part], finding.marks);
		}
	};
	function* look(part: Part): Generator<void> {
		keep(part, yield* lookAtFiles(newsroom, part.folder, part.names));
	}
	function* marks(folder: string): Generator<Uint8Array> {
		const content = contents.get(folder) ?? [];
		// What was gone through is not kept.
		contents.delete(folder);
		for (const part of content) {
			if (typeof part === 'string') yield* marks(`${folder}/${part}`);
			else if (part.marks !== null) yield part.marks;
		}
	}
	function* steps(): Generator<Promise<void> | void> {
		for (hear(); open > 0 || waiting.size > 0; hear()) {
			const part = parts[nextOf(taken, parts.length)];
			const wait = helper?.arrival() ?? null;
			const [folder] = waiting;
			if (part !== undefined) yield* look(part);
			else if (wait !== null) yield wait;
			else if (folder !== undefined) {
				yield;
				note(folder, listFolder(newsroom, folder));
			} else {
				// What a helper took and left when it died.
				for (const left of parts) if (left.marks === null) yield* look(left);
			}
		}
		parts.length = 0;
	}
	return { steps: steps(), filesSeen: () => filesSeen, folders: () => folders, marks };
}
