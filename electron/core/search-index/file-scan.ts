import type { DamagedFile } from '#shared/contract/articles.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { twinDamage } from '../article-scan.ts';
import { readTrashPath } from '../article-trash.ts';
import type { CataloguedStory } from '../catalogue.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { compareFiles } from './file-comparison.ts';
import { unpackMarks } from './file-records.ts';
import type { FolderLooker } from './folder-looker.ts';
import { lookAtFolders } from './folder-looks.ts';
import type { IndexDatabase } from './index-database.ts';
import type { FoundInTrash, IndexNews, LostStory } from './index-news.ts';
import { type PreparedFile, prepareFile, readSeen } from './prepare-file.ts';
import type { ReadAhead } from './read-ahead.ts';
import { isGone, isSeen, markNow, storyFolders } from './story-files.ts';

/** Threads that help with a scan. */
export interface ScanHelpers {
	/** One that looks at the folders of stories; null where there is none, or it was taken before. */
	takeLooker(): FolderLooker | null;
	/** Starts reading ahead, once there is much to read. */
	readAhead(): ReadAhead;
}

/** What a scan works with. */
export interface ScanTools {
	readonly newsroom: NewsroomPath;
	/** The database as it now is. */
	readonly database: () => IndexDatabase;
	readonly limits: () => Newsroom['limits'];
	readonly now: () => Date;
	readonly tell: (news: IndexNews) => void;
	/** The marks of files that were told and are not in the database: damaged ones, twins, the trash. */
	readonly told: Map<string, string>;
	/** Paths and ids of stories that were put or removed by others since the scan began. */
	readonly touched: Set<string>;
	/** Null where there are none to be had. */
	readonly helpers: ScanHelpers | null;
}

/** A scan under way. */
export interface FileScan {
	/** The work, in small steps. */
	readonly steps: Generator<Promise<void> | void>;
	/** The folders that were found; null until all were looked at. */
	folders(): ReadonlyMap<string, string> | null;
	/** The files that it has not read yet and that the database knows nothing of; none until all were looked at. */
	unread(): Iterable<string>;
}

/** Few, so that the thread that looks at folders is given the next ones in time. */
const storiesAtOnce = 500;
const newsAtOnce = 200;
/** When so many files were read, more are to come. */
const manyReads = 200;
/** After so many stories they are on the disk; more at once makes the index build faster and a crash cost more. */
const storiesInTransaction = 1000;
/** After so many of them the log is moved: what several changed is moved once, and more takes too long at a time. */
const transactionsInLog = 2;

/** Makes the database the same as the files: reads what is new or changed since, and takes out what is gone. */
export function scanFiles(tools: ScanTools): FileScan {
	const { newsroom, database, tell, told, touched } = tools;
	const looker = tools.helpers?.takeLooker() ?? null;
	const looks = lookAtFolders(newsroom, storyFolders, looker);
	let folders: ReadonlyMap<string, string> | null = null;
	/** Files that are to be read, and the one that is next. */
	let files: string[] = [];
	let next = 0;
	/** The paths of those, and of files that are not there, of which the database has another state. */
	let outdated = new Set<string>();
	/** What the database had of all files, until they were looked at. */
	let stored: Uint8Array[] = [];
	let stories: CataloguedStory[] = [];
	let gone: LostStory[] = [];
	let damaged: DamagedFile[] = [];
	let uncommitted = 0;
	let committed = 0;
	let reader: ReadAhead | null = null;
	let reads = 0;
	let ahead = 0;

	const commit = () => {
		if (uncommitted > 0) database().commit();
		uncommitted = 0;
	};
	/** Changes the database, together with other changes. */
	const change = (work: () => void) => {
		if (uncommitted === 0) database().begin();
		uncommitted += 1;
		work();
		if (uncommitted < storiesInTransaction) return;
		commit();
		committed += 1;
	};
	const tellScanned = (least: number) => {
		if (stories.length + gone.length + damaged.length < least) return;
		tell({ kind: 'scanned', stories, gone, damaged });
		stories = [];
		gone = [];
		damaged = [];
	};
	const tellState = () => {
		const total = looks.filesSeen();
		// What need not be read is done.
		const done = folders === null ? 0 : total - files.length + next;
		tell({ kind: 'state', state: { kind: 'reading', done, total, isAnew: false } });
	};

	const takeOut = (path: string) => {
		const id = database().storyAt(path);
		if (id === null) return;
		change(() => database().remove(id));
		gone.push({ id, path });
	};

	const prepare = (path: string) => prepareFile(newsroom, path, tools.limits(), tools.now());
	/** What was read before another changed the same story is read once more. */
	const freshen = (path: string, file: PreparedFile): PreparedFile => {
		const isTouched = touched.has(path) || (file.kind === 'story' && touched.has(file.entry.id));
		return isTouched ? prepare(path) : file;
	};

	const takeIn = (path: string, file: PreparedFile) => {
		if (file.kind === 'gone') return;
		const { mark } = file;
		if (file.kind === 'damaged') {
			// What the system does not let be seen may still be the story that it was.
			if (isSeen(mark)) takeOut(path);
			told.set(path, mark);
			damaged.push({ path, reason: file.damage.reason, line: file.damage.line });
			return;
		}
		const { id, slug, revision } = file.entry;
		const twin = database().record(id);
		if (twin !== null && twin.path !== path) {
			// The first by path is the story; a copy made by hand is shown rather than chosen from.
			if (twin.path < path && markNow(newsroom, twin.path) !== null) {
				takeOut(path);
				told.set(path, mark);
				const { reason, line } = twinDamage(twin.path);
				damaged.push({ path, reason, line });
				return;
			}
			// One that was as the database had it is read too, for now it is the copy.
			if (twin.path > path && !outdated.has(twin.path)) files.push(twin.path);
			outdated.delete(twin.path);
		}
		if (outdated.has(path) && database().storyAt(path) !== id) takeOut(path);
		if (twin?.path === path && twin.revision === revision) change(() => database().setMark(id, mark));
		else change(() => database().put(file.entry, mark));
		told.delete(path);
		stories.push({ id, path, slug, revision });
	};

	function* tellKnown(): Generator<void> {
		let told = 0;
		for (const { stories, count, marks } of database().storedFiles(storiesAtOnce)) {
			tell({ kind: 'known', stories, count, told });
			stored.push(marks);
			told += count;
			yield;
		}
		tell({ kind: 'catalogued' });
	}

	function* compare(): Generator<Promise<void> | void> {
		for (const wait of looks.steps) {
			tellState();
			yield wait;
		}
		yield* readTrash();
		const found = yield* compareFiles(looks.marks('articles'), stored);
		stored = [];
		files = [...found.files.keys()];
		outdated = new Set(found.stored.keys());
		folders = looks.folders();
	}

	function* readTrash(): Generator<void> {
		let found: FoundInTrash[] = [];
		for (const path of pathsOf(looks.marks('trash'))) {
			yield;
			const now = markNow(newsroom, path);
			const origin = readTrashPath(path);
			const content = now === null || origin === null ? null : readSeen(newsroom, path, now);
			if (now !== null) told.set(path, now.mark);
			if (content?.kind !== 'article' || origin === null) continue;
			const { id, headline, status } = content.article;
			found.push({ id, path, headline, status, trashed: origin.trashed.toISOString() });
			if (found.length < newsAtOnce) continue;
			tell({ kind: 'trashed', stories: found });
			found = [];
		}
		tell({ kind: 'trashed', stories: found });
		tell({ kind: 'trash-read' });
	}

	/** Has the files after this one read in another thread. */
	const readOn = () => {
		for (ahead = Math.max(ahead, next); reader?.hasRoom() && ahead < files.length; ahead += 1) {
			reader.want(files[ahead] ?? '');
		}
	};

	/** Reads a file, or waits for the thread that does. */
	function* read(path: string): Generator<Promise<void> | void, PreparedFile> {
		reads += 1;
		if (reads === manyReads) reader = tools.helpers?.readAhead() ?? null;
		readOn();
		for (let file = reader?.take(path) ?? null; ; file = reader?.take(path) ?? null) {
			if (file === null) return prepare(path);
			if (!(file instanceof Promise)) return freshen(path, file);
			yield file;
		}
	}

	/** Apart from the commit, so that whoever asks something waits for one of them at most. */
	function* moveLog(): Generator<void> {
		yield;
		database().moveLog();
		committed = 0;
		yield;
	}

	function* readFiles(): Generator<Promise<void> | void> {
		for (; next < files.length; next += 1) {
			if (next % 100 === 0) tellState();
			const path = files[next] ?? '';
			const file = yield* read(path);
			takeIn(path, file);
			if (file.kind !== 'gone') outdated.delete(path);
			tellScanned(newsAtOnce);
			if (committed >= transactionsInLog) yield* moveLog();
			yield;
		}
	}

	function* takeOutWhatIsGone(): Generator<void> {
		// A disk that was pulled out is no newsroom without stories.
		if (markNow(newsroom, 'newsroom.json') === null) return;
		for (const path of outdated) {
			if (isGone(newsroom, path)) takeOut(path);
			tellScanned(newsAtOnce);
			yield;
		}
	}

	function* run(): Generator<Promise<void> | void> {
		tellState();
		try {
			yield* tellKnown();
			yield* compare();
			yield* readFiles();
			yield* takeOutWhatIsGone();
		} finally {
			looker?.close();
			reader?.close();
			reader = null;
			// Also when it is ended in the middle: what is in need not be read again.
			commit();
		}
		tellScanned(1);
	}

	return {
		steps: run(),
		folders: () => folders,
		*unread() {
			for (let at = next; at < files.length; at += 1) {
				const path = files[at] ?? '';
				if (!outdated.has(path)) yield path;
			}
		},
	};
}

function* pathsOf(marks: Iterable<Uint8Array>): Generator<string> {
	for (const packed of marks) {
		const texts = unpackMarks(packed);
		for (let at = 0; at < texts.length; at += 2) yield texts[at] ?? '';
	}
}
