import type { DamagedFile } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { readAtOnce, twinDamage } from '../article-scan.ts';
import { readTrashPath } from '../article-trash.ts';
import type { CataloguedStory } from '../catalogue.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { indexedStory } from '../story-summary.ts';
import type { FileRecord, IndexDatabase } from './index-database.ts';
import type { FoundInTrash, IndexNews, LostStory } from './index-news.ts';
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
}

/** A scan under way. */
export interface FileScan {
	/** The work, in small steps. */
	readonly steps: Generator<void>;
	/** The folders that were found; null until all are. */
	folders(): ReadonlyMap<string, string> | null;
	/** The files that it has not looked at yet and that the database knows nothing of. */
	unread(): Iterable<string>;
}

const recordsAtOnce = 1000;
const newsAtOnce = 200;
/** After so many stories they are on the disk; more at once makes the index build faster and a crash cost more. */
const storiesInTransaction = 500;

/** Makes the database the same as the files: reads what is new or changed since, and takes out what is gone. */
export function scanFiles(tools: ScanTools): FileScan {
	const { newsroom, database, tell, told } = tools;
	const listing: StoryListing = { folders: new Map(), files: [] };
	let isListed = false;
	let next = 0;
	const records = new Map<string, FileRecord>();
	let stories: CataloguedStory[] = [];
	let gone: LostStory[] = [];
	let damaged: DamagedFile[] = [];
	let uncommitted = 0;

	const commit = () => {
		if (uncommitted > 0) database().commit();
		uncommitted = 0;
	};
	/** Changes the database, together with other changes. */
	const change = (work: () => void) => {
		if (uncommitted === 0) database().begin();
		uncommitted += 1;
		work();
		if (uncommitted >= storiesInTransaction) commit();
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

	const takeIn = (path: string, mark: string, isLink: boolean, before: FileRecord | undefined) => {
		const content = readAtOnce(newsroom, path, isLink);
		if (content === null) return;
		if (content.kind === 'damaged') {
			if (before !== undefined) takeOut(before.id, path);
			told.set(path, mark);
			damaged.push({ path, reason: content.reason, line: content.line });
			return;
		}
		const { article, revision } = content;
		const twin = database().record(article.id);
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
		if (before !== undefined && before.id !== article.id) takeOut(before.id, path);
		const known: CataloguedStory = { id: article.id, path, slug: article.slug, revision };
		if (twin?.path === path && twin.revision === revision) change(() => database().setMark(article.id, mark));
		else change(() => database().put(indexedStory(article, path, revision, tools.limits(), tools.now()), mark));
		told.delete(path);
		stories.push(known);
	};

	function* tellKnown(): Generator<void> {
		for (const chunk of database().records(recordsAtOnce)) {
			for (const record of chunk) records.set(record.path, record);
			tell({ kind: 'known', stories: chunk.map(({ id, path, slug, revision }) => ({ id, path, slug, revision })) });
			yield;
		}
		tell({ kind: 'catalogued', stories: records.size });
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

	function* lookAtFiles(): Generator<void> {
		for (; next < listing.files.length; next += 1) {
			if (next % 100 === 0) tellState();
			const path = listing.files[next] ?? '';
			const now = markNow(newsroom, path);
			const before = records.get(path);
			if (now !== null) {
				records.delete(path);
				if (before === undefined || before.mark !== now.mark) takeIn(path, now.mark, now.isLink, before);
			}
			tellScanned(newsAtOnce);
			yield;
		}
	}

	function* takeOutWhatIsGone(): Generator<void> {
		// A disk that was pulled out is no newsroom without stories.
		if (markNow(newsroom, 'newsroom.json') === null) return;
		for (const { id, path } of records.values()) {
			if (isGone(newsroom, path)) takeOut(id, path);
			tellScanned(newsAtOnce);
			yield;
		}
	}

	function* run(): Generator<void> {
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
