import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { Result } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { createBackup } from '../backup/create-backup.ts';
import { type Core, createCore } from '../create-core.ts';
import { type FileSystem, realFileSystem } from '../disk/file-system.ts';
import { openNewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { defaultPreferences } from '../newsroom/preferences.ts';
import { askCore } from './ask-core.ts';

/** The session whose unsaved work lies in the journal of every host. */
export const journalSession = 'session-noted';
/** The backup that lies beside every host. */
export const backupName = 'earlier.zip';

/** A core over a folder of its own, as a host would ask it. */
export interface FaultHost {
	readonly folder: string;
	readonly newsroom: string;
	readonly core: Core;
	ask(name: string, input: unknown): Promise<Result<unknown>>;
	/** As `ask`, for what must not fail. */
	must<Value>(name: string, input: unknown): Promise<Value>;
}

/** What was acknowledged before the disk began to fail. */
export interface Acknowledged {
	/** A story in the newsroom; its last save is in no revision yet. */
	readonly story: Article;
	readonly revision: Revision;
	readonly firstRevision: string;
	/** A story in the trash. */
	readonly trashed: Article;
	/** The story with the unsaved text that lies in the journal. */
	readonly noted: Article;
}

/** A disk whose files are only written: nobody pulls the plug in these tests, so the disk itself need not be waited for. */
export function quickDisk(base: FileSystem = realFileSystem): FileSystem {
	return {
		...base,
		open: async (path, flags) => {
			const file = await base.open(path, flags);
			return {
				writeFile: (bytes) => file.writeFile(bytes),
				chmod: (mode) => file.chmod(mode),
				sync: async () => {},
				close: () => file.close(),
			};
		},
	};
}

/** Opens a core on the newsroom in a folder. */
export async function openHost(folder: string, disk: FileSystem): Promise<FaultHost> {
	const newsroom = join(folder, 'desk');
	const logged: string[] = [];
	const core = await createCore({
		version: '1.2.3',
		preferences: { read: async () => defaultPreferences(), write: async () => {} },
		dialogs: null,
		log: (message, error) => logged.push(`${message}: ${error instanceof Error ? error.stack : ''}`),
		newsroomPath: newsroom,
		sampleNewsroom: join(folder, 'sample'),
		documentsFolder: folder,
		userData: join(folder, 'user-data'),
		disk,
	});
	const ask = (name: string, input: unknown) => askCore(core, name, input);
	return {
		folder,
		newsroom,
		core,
		ask,
		must: async <Value>(name: string, input: unknown) => {
			const result = await ask(name, input);
			if (!result.ok) throw new Error(`${name}: ${result.failure.message} ${logged.at(-1) ?? ''}`);
			return result.value as Value;
		},
	};
}

/** Makes the folder that every case begins with a copy of, and says what was acknowledged in it. */
export async function makeTemplate(folder: string, copy: string): Promise<Acknowledged> {
	const host = await openHost(folder, quickDisk());
	await host.must('newsroom.create', { path: host.newsroom, name: 'The Desk' });
	const save = async (article: Article, basedOn: Revision, reason: string) => {
		const outcome = await host.must<SaveOutcome>('articles.save', { article, basedOn, reason });
		if (outcome.kind !== 'saved') throw new Error(`a save ended as ${outcome.kind}`);
		return outcome;
	};
	const made = await host.must<OpenedArticle>('articles.create', { headline: 'Harbour' });
	const first = await save({ ...made.article, standfirst: 'The first save' }, made.revision, 'explicit');
	const last = await save({ ...first.article, standfirst: 'The last save' }, first.revision, 'auto');
	const noted = { ...last.article, standfirst: 'Noted, not saved' };
	await host.must('journal.write', {
		session: journalSession,
		version: 1,
		basedOn: last.revision,
		article: noted,
	});
	const other = await host.must<OpenedArticle>('articles.create', { headline: 'Ferry' });
	const trashed = await save({ ...other.article, standfirst: 'Saved, then trashed' }, other.revision, 'auto');
	await host.must('articles.trash', { id: trashed.article.id });
	const { revisions } = await host.must<{ revisions: { id: string; reason: string }[] }>('history.list', {
		id: made.article.id,
	});
	await createBackup({
		disk: quickDisk(),
		newsroom: await openNewsroomFolder(quickDisk(), host.newsroom),
		file: join(folder, backupName),
		replace: false,
		version: '1.2.3',
		now: () => new Date(),
	});
	// Before the newsroom closes, which would keep the last save in the history too.
	await cp(folder, copy, { recursive: true });
	await host.core.close();
	return {
		story: last.article,
		revision: last.revision,
		firstRevision: revisions.find(({ reason }) => reason === 'explicit-save')?.id ?? '',
		trashed: trashed.article,
		noted,
	};
}

/** The standfirsts that a story has in its file, in the trash and in its history. */
export async function standfirstsOf(host: FaultHost, id: ArticleId): Promise<Set<string>> {
	const found = new Set<string>();
	const inNewsroom = await host.ask('articles.get', { id });
	if (inNewsroom.ok) found.add((inNewsroom.value as OpenedArticle).article.standfirst);
	const { revisions } = await host.must<{ revisions: { id: string }[] }>('history.list', { id });
	for (const { id: revision } of revisions) {
		found.add((await host.must<Article>('history.get', { id, revision })).standfirst);
	}
	return found;
}
