import type { DamagedFile } from '#shared/contract/articles.ts';
import type { CheckSettings } from '#shared/document/checks/check-settings.ts';
import { twinDamage } from '../../articles/article-scan.ts';
import type { CataloguedStory } from '../../articles/catalogue.ts';
import type { IndexEvent, LostStory } from '../../articles/index-events.ts';
import type { FoundInTrash } from '../../articles/reading.ts';
import { readTrashPath } from '../../articles/trash/trash-path.ts';
import type { NewsroomPath } from '../../disk/newsroom-path.ts';
import type { IndexDatabase } from '../store/index-database.ts';
import { compareFiles } from './file-comparison.ts';
import { type FilesBelow, listFiles, marksOf } from './list-files.ts';
import { type PreparedFile, prepareFile, readSeen } from './read-story-file.ts';
import { isGone, isSeen, markNow } from './story-files.ts';

/** What a scan works with. */
export interface ScanTools {
	readonly newsroom: NewsroomPath;
	/** The database as it now is. */
	readonly database: () => IndexDatabase;
	readonly checks: () => CheckSettings;
	readonly now: () => Date;
	readonly tell: (event: IndexEvent) => void;
	/** The marks of files that were reported and are not in the database: damaged ones, twins, the trash. */
	readonly reported: Map<string, string>;
}

/** A scan under way. */
export interface FileScan {
	/** The work, in small steps. */
	readonly steps: Generator<void>;
	/** The folders that were found; null until all were looked at. */
	folders(): ReadonlyMap<string, string> | null;
	/** The files that it has not read yet and that the database knows nothing of; none until all were looked at. */
	unread(): Iterable<string>;
}

const storiesAtOnce = 500;
const eventsAtOnce = 200;
/** After so many stories they are on the disk; more at once makes the index build faster and a crash cost more. */
const storiesInTransaction = 1000;
/** After so many of them the log is moved: what several changed is moved once, and more takes too long at a time. */
const transactionsInLog = 2;

/** Makes the database the same as the files: reads what is new or changed since, and takes out what is gone. */
export function scanFiles(tools: ScanTools): FileScan {
	const { newsroom, database, tell, reported } = tools;
	const below: FilesBelow = { folders: new Map(), files: [] };
	let isListed = false;
	/** Files that are to be read, and the one that is next. */
	let files: string[] = [];
	let next = 0;
	/** The paths of those, and of files that are not there, of which the database has another state. */
	let outdated = new Set<string>();
	/** The marks that the database has of all files, until they were compared. */
	let stored = new Map<string, string>();
	let stories: CataloguedStory[] = [];
	let gone: LostStory[] = [];
	let damaged: DamagedFile[] = [];
	let uncommitted = 0;
	let committed = 0;

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
	const reportScanned = (least: number) => {
		if (stories.length + gone.length + damaged.length < least) return;
		tell({ kind: 'scanned', stories, gone, damaged });
		stories = [];
		gone = [];
		damaged = [];
	};
	const reportState = () => {
		const total = below.files.length;
		// What need not be read is done.
		const done = isListed ? total - files.length + next : 0;
		tell({ kind: 'state', state: { kind: 'reading', done, total, isAnew: false } });
	};

	const takeOut = (path: string) => {
		const id = database().storyAt(path);
		if (id === null) return;
		change(() => database().remove(id));
		gone.push({ id, path });
	};

	const takeIn = (path: string, file: PreparedFile) => {
		if (file.kind === 'gone') return;
		const { mark } = file;
		if (file.kind === 'damaged') {
			// What the system does not let be seen may still be the story that it was.
			if (isSeen(mark)) takeOut(path);
			reported.set(path, mark);
			damaged.push({ path, reason: file.damage.reason, line: file.damage.line });
			return;
		}
		const { id, slug, formerSlugs, revision } = file.entry;
		const twin = database().record(id);
		if (twin !== null && twin.path !== path) {
			// The first by path is the story; a copy made by hand is shown rather than chosen from.
			if (twin.path < path && markNow(newsroom, twin.path) !== null) {
				takeOut(path);
				reported.set(path, mark);
				const { reason, line } = twinDamage(twin.path);
				damaged.push({ path, reason, line });
				return;
			}
			// One that was as the database had it is read too, for now it is the copy.
			if (twin.path > path && !outdated.has(twin.path)) files.push(twin.path);
			outdated.delete(twin.path);
		}
		if (outdated.has(path) && database().storyAt(path) !== id) takeOut(path);
		if (twin?.path === path && twin.revision === revision && twin.mark !== '')
			change(() => database().setMark(id, mark));
		else change(() => database().put(file.entry, mark));
		reported.delete(path);
		stories.push({ id, path, slug, formerSlugs, revision });
	};

	function* reportKnown(): Generator<void> {
		for (const records of database().storedFiles(storiesAtOnce)) {
			tell({ kind: 'known', stories: records.map(({ mark, ...story }) => story) });
			for (const { path, mark } of records) stored.set(path, mark);
			yield;
		}
		tell({ kind: 'catalogued' });
	}

	function* compare(): Generator<void> {
		for (const _ of listFiles(newsroom, 'articles', below)) {
			reportState();
			yield;
		}
		const paths = [...below.files];
		yield* readTrash();
		const found = yield* compareFiles(marksOf(newsroom, paths), stored);
		stored = new Map();
		files = [...found.files.keys()];
		outdated = new Set(found.stored.keys());
		isListed = true;
	}

	function* readTrash(): Generator<void> {
		let found: FoundInTrash[] = [];
		const trash: FilesBelow = { folders: below.folders, files: [] };
		yield* listFiles(newsroom, 'trash', trash);
		for (const path of trash.files) {
			yield;
			const now = markNow(newsroom, path);
			const origin = readTrashPath(path);
			const content = now === null || origin === null ? null : readSeen(newsroom, path, now);
			if (now !== null) reported.set(path, now.mark);
			if (content?.kind !== 'article' || origin === null) continue;
			const { id, headline, status } = content.article;
			found.push({ id, path, headline, status, trashed: origin.trashed.toISOString() });
			if (found.length < eventsAtOnce) continue;
			tell({ kind: 'trashed', stories: found });
			found = [];
		}
		tell({ kind: 'trashed', stories: found });
		tell({ kind: 'trash-read' });
	}

	/** Apart from the commit, so that whoever asks something waits for one of them at most. */
	function* moveLog(): Generator<void> {
		yield;
		database().moveLog();
		committed = 0;
		yield;
	}

	function* readFiles(): Generator<void> {
		for (; next < files.length; next += 1) {
			if (next % 100 === 0) reportState();
			const path = files[next] ?? '';
			const file = prepareFile(newsroom, path, tools.checks(), tools.now());
			takeIn(path, file);
			if (file.kind !== 'gone') outdated.delete(path);
			reportScanned(eventsAtOnce);
			if (committed >= transactionsInLog) yield* moveLog();
			yield;
		}
	}

	function* takeOutWhatIsGone(): Generator<void> {
		// A disk that was pulled out is no newsroom without stories.
		if (markNow(newsroom, 'newsroom.json') === null) return;
		for (const path of outdated) {
			if (isGone(newsroom, path)) takeOut(path);
			reportScanned(eventsAtOnce);
			yield;
		}
	}

	function* run(): Generator<void> {
		reportState();
		try {
			yield* reportKnown();
			yield* compare();
			yield* readFiles();
			yield* takeOutWhatIsGone();
		} finally {
			// Also when it is ended in the middle: what is in need not be read again.
			commit();
		}
		reportScanned(1);
	}

	return {
		steps: run(),
		folders: () => (isListed ? below.folders : null),
		*unread() {
			for (let at = next; at < files.length; at += 1) {
				const path = files[at] ?? '';
				if (!outdated.has(path)) yield path;
			}
		},
	};
}
