import type { DamagedFile } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { readAtOnce, twinDamage } from '../article-scan.ts';
import { readTrashPath } from '../article-trash.ts';
import type { CataloguedStory } from '../catalogue.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { unpackRecords } from './file-records.ts';
import type { FileRecord, IndexDatabase } from './index-database.ts';
import type { FoundInTrash, IndexNews, LostStory } from './index-news.ts';
import { type PreparedFile, prepareFile } from './prepare-file.ts';
import type { ReadAhead } from './read-ahead.ts';
import { isGone, listStoryFiles, markNow, type StoryListing } from './story-files.ts';

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
	/** Starts reading ahead, when there is much to read; null where that is not to be had. */
	readonly readAhead: (() => ReadAhead) | null;
}

type KnownFile = Pick<FileRecord, 'id' | 'mark'>;

/** A scan under way. */
export interface FileScan {
	/** The work, in small steps. */
	readonly steps: Generator<Promise<void> | void>;
	/** The folders that were found; null until all are. */
	folders(): ReadonlyMap<string, string> | null;
	/** The files that it has not looked at yet and that the database knows nothing of. */
	unread(): Iterable<string>;
}

const recordsAtOnce = 2000;
/** Looking at a file takes microseconds, so several are one step. */
const looksInStep = 8;
const newsAtOnce = 200;
/** When so many files were read, more are to come. */
const manyReads = 200;
/** How far it looks for a file to read ahead. */
const farthestAhead = 1000;
/** After so many stories they are on the disk; more at once makes the index build faster and a crash cost more. */
const storiesInTransaction = 1000;

/** Makes the database the same as the files: reads what is new or changed since, and takes out what is gone. */
export function scanFiles(tools: ScanTools): FileScan {
	const { newsroom, database, tell, told, touched } = tools;
	const listing: StoryListing = { folders: new Map(), files: [] };
	let isListed = false;
	let next = 0;
	/** What the database knew of the files that were not looked at yet, by path. */
	const records = new Map<string, KnownFile>();
	let stories: CataloguedStory[] = [];
	let gone: LostStory[] = [];
	let damaged: DamagedFile[] = [];
	let uncommitted = 0;
	let isLogFull = false;
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
		isLogFull = true;
	};
	const tellScanned = (least: number) => {
		if (stories.length + gone.length + damaged.length < least) return;
		tell({ kind: 'scanned', stories, gone, damaged });
		stories = [];
		gone = [];
		damaged = [];
	};
	const tellState = () => tell({ kind: 'state', state: { kind: 'reading', done: next, total: listing.files.length } });

	const takeOut = (id: ArticleId, path: string) => {
		if (database().record(id)?.path !== path) return;
		change(() => database().remove(id));
		gone.push({ id, path });
	};

	const prepare = (path: string) => prepareFile(newsroom, path, tools.limits(), tools.now());
	/** What was read before another changed the same story is read once more. */
	const freshen = (path: string, file: PreparedFile): PreparedFile => {
		const isTouched = touched.has(path) || (file.kind === 'story' && touched.has(file.entry.id));
		return isTouched ? prepare(path) : file;
	};

	const takeIn = (path: string, file: PreparedFile, before: KnownFile | undefined) => {
		if (file.kind === 'gone') return;
		const { mark } = file;
		if (file.kind === 'damaged') {
			if (before !== undefined) takeOut(before.id, path);
			told.set(path, mark);
			damaged.push({ path, reason: file.damage.reason, line: file.damage.line });
			return;
		}
		const { id, slug, revision } = file.entry;
		const twin = database().record(id);
		if (twin !== null && twin.path !== path) {
			// The first by path is the story; a copy made by hand is shown rather than chosen from.
			if (twin.path < path && markNow(newsroom, twin.path) !== null) {
				if (before !== undefined) takeOut(before.id, path);
				told.set(path, mark);
				const { reason, line } = twinDamage(twin.path);
				damaged.push({ path, reason, line });
				return;
			}
			records.delete(twin.path);
		}
		if (before !== undefined && before.id !== id) takeOut(before.id, path);
		if (twin?.path === path && twin.revision === revision) change(() => database().setMark(id, mark));
		else change(() => database().put(file.entry, mark));
		told.delete(path);
		stories.push({ id, path, slug, revision });
	};

	function* tellKnown(): Generator<void> {
		for (const packed of database().packedRecords(recordsAtOnce)) {
			tell({ kind: 'known', records: packed });
			for (const { path, id, mark } of unpackRecords(packed)) records.set(path, { id, mark });
			yield;
		}
		tell({ kind: 'catalogued' });
	}

	function* readTrash(files: readonly string[]): Generator<void> {
		let found: FoundInTrash[] = [];
		for (const path of files) {
			yield;
			const now = markNow(newsroom, path);
			const origin = readTrashPath(path);
			const content = now === null || origin === null ? null : readAtOnce(newsroom, path, now.isLink);
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

	/** Whether a file is other than the database has it. */
	const isNews = (path: string, mark: string) => records.get(path)?.mark !== mark;

	/** Has the files after this one read in another thread, as far as they are news. */
	const readOn = () => {
		for (ahead = Math.max(ahead, next); reader?.hasRoom() && ahead < listing.files.length; ahead += 1) {
			const path = listing.files[ahead] ?? '';
			const now = markNow(newsroom, path);
			if (now !== null && isNews(path, now.mark)) reader.want(path);
			else if (ahead - next > farthestAhead) break;
		}
	};

	/** Reads a file, or waits for the thread that does. */
	function* read(path: string): Generator<Promise<void> | void, PreparedFile> {
		reads += 1;
		if (reads === manyReads) reader = tools.readAhead?.() ?? null;
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
		isLogFull = false;
		yield;
	}

	function* lookAtFiles(): Generator<Promise<void> | void> {
		for (; next < listing.files.length; next += 1) {
			if (next % 100 === 0) tellState();
			const path = listing.files[next] ?? '';
			const now = markNow(newsroom, path);
			if (now !== null) {
				if (isNews(path, now.mark)) takeIn(path, yield* read(path), records.get(path));
				records.delete(path);
			}
			tellScanned(newsAtOnce);
			if (isLogFull) yield* moveLog();
			if (next % looksInStep === 0) yield;
		}
	}

	function* takeOutWhatIsGone(): Generator<void> {
		// A disk that was pulled out is no newsroom without stories.
		if (markNow(newsroom, 'newsroom.json') === null) return;
		for (const [path, { id }] of records) {
			if (isGone(newsroom, path)) takeOut(id, path);
			tellScanned(newsAtOnce);
			yield;
		}
	}

	function* run(): Generator<Promise<void> | void> {
		tellState();
		yield* tellKnown();
		yield* listStoryFiles(newsroom, 'articles', listing);
		const trash: StoryListing = { folders: listing.folders, files: [] };
		yield* listStoryFiles(newsroom, 'trash', trash);
		isListed = true;
		yield* readTrash(trash.files);
		try {
			yield* lookAtFiles();
			yield* takeOutWhatIsGone();
		} finally {
			reader?.close();
			reader = null;
			// Also when it is ended in the middle: what is in need not be read again.
			commit();
		}
		tellScanned(1);
	}

	return {
		steps: run(),
		folders: () => (isListed ? listing.folders : null),
		*unread() {
			for (let at = next; at < listing.files.length; at += 1) {
				const path = listing.files[at] ?? '';
				if (!records.has(path)) yield path;
			}
		},
	};
}
