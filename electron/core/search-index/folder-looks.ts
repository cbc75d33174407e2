import type { NewsroomPath } from '../newsroom-path.ts';
import type { FolderLooker } from './folder-looker.ts';
import { type FolderLook, lookAtFolder, separator } from './story-files.ts';

/** Looks at folders of stories and at all below them, where a second thread may help. */
export interface FolderLooks {
	/** Gives the thread that helps what it has room for, and takes what it found; to be called now and then. */
	share(helper: FolderLooker): void;
	/** The work, in small steps. */
	steps(helper: FolderLooker | null): Generator<Promise<void> | void>;
	/** How many files were seen so far. */
	filesSeen(): number;
	/** The folders that were found, each with what tells it from one of the same name that was made anew. */
	folders(): ReadonlyMap<string, string>;
	/** The files below one of the folders that were asked for, in the order of their paths; each can be gone through once. */
	files(folder: string): FilesInOrder;
}

/** Goes through files one after the other, each with its mark; `path` is empty before the first and null at the end. */
export interface FilesInOrder {
	readonly path: string | null;
	readonly mark: string;
	next(): void;
}

/** Begins with folders of which none is below another. */
export function lookAtFolders(newsroom: NewsroomPath, roots: readonly string[]): FolderLooks {
	const waiting = [...roots];
	const looks = new Map<string, FolderLook>();
	const folders = new Map<string, string>();
	let filesSeen = 0;
	const note = (look: FolderLook | null) => {
		if (look === null) return;
		looks.set(look.folder, look);
		if (look.made !== '') folders.set(look.folder, look.made);
		for (const name of look.folders) waiting.push(`${look.folder}/${name}`);
		filesSeen += look.files;
	};
	const share = (helper: FolderLooker) => {
		for (const look of helper.found()) note(look);
		waiting.push(...helper.left());
		while (waiting.length > 0 && helper.hasRoom()) helper.want(waiting.pop() ?? '');
	};
	return {
		share,
		*steps(helper) {
			for (;;) {
				if (helper !== null) share(helper);
				const folder = waiting.pop();
				const wait = helper?.arrival() ?? null;
				if (folder !== undefined) note(yield* lookAtFolder(newsroom, folder));
				else if (wait !== null) yield wait;
				else break;
			}
		},
		filesSeen: () => filesSeen,
		folders: () => folders,
		files: (folder) => filesInOrder(looks, folder),
	};
}

interface Place {
	readonly folder: string;
	readonly names: readonly string[];
	readonly marks: readonly string[];
	at: number;
}

function filesInOrder(looks: Map<string, FolderLook>, root: string): FilesInOrder {
	const places: Place[] = [];
	const enter = (folder: string) => {
		const look = looks.get(folder);
		if (look === undefined) return;
		places.push({ folder, names: look.names.split(separator), marks: look.marks.split(separator), at: 0 });
		// What was gone through is not kept.
		looks.delete(folder);
	};
	enter(root);
	let [path, mark]: [string | null, string] = ['', ''];
	return {
		get path() {
			return path;
		},
		get mark() {
			return mark;
		},
		next() {
			for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
				const name = place.names[place.at];
				mark = place.marks[place.at] ?? '';
				place.at += 1;
				if (name === undefined) places.pop();
				else if (name.endsWith('/')) enter(`${place.folder}/${name.slice(0, -1)}`);
				else if (mark !== '') {
					path = name === '' ? place.folder : `${place.folder}/${name}`;
					return;
				}
			}
			path = null;
		},
	};
}
