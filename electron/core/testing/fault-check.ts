import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DamagedFile, TrashedArticle } from '#shared/contract/articles.ts';
import type { DamagedJournal, PendingWork } from '#shared/contract/journal.ts';
import type { NewsroomState } from '#shared/contract/newsroom.ts';
import type { Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { errorCode } from '../disk/file-system.ts';
import { type Acknowledged, type FaultHost, journalSession, openHost, quickDisk, standfirstsOf } from './fault-host.ts';
import type { WritePath } from './fault-writes.ts';

/** What a fresh start finds wrong. */
export interface Findings {
	readonly lost: string[];
	readonly unreadable: string[];
}

/** Files of a newsroom that are not whole JSON; unfinished writes have other names. */
export async function brokenFiles(newsroom: string): Promise<string[]> {
	const broken: string[] = [];
	for (const entry of await readdir(newsroom, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
		const path = join(entry.parentPath, entry.name);
		try {
			JSON.parse(await readFile(path, 'utf8'));
		} catch (error) {
			// One that was moved on meanwhile is whole elsewhere.
			if (errorCode(error) !== 'ENOENT') broken.push(`${path} cannot be read`);
		}
	}
	return broken;
}

/** Starts anew in a folder, as after a crash at that moment, and looks for everything that was acknowledged there. */
export async function checkAfter(
	folder: string,
	path: WritePath,
	result: Result<unknown>,
	acknowledged: Acknowledged,
): Promise<Findings> {
	const found: Findings = { lost: [], unreadable: [] };
	const host = await openHost(folder, quickDisk());
	try {
		const { damaged, offered } = await look(host);
		found.unreadable.push(...damaged.map(({ path: file, reason }) => `${file}: ${reason}`));
		const { story, trashed, noted } = acknowledged;
		const promised = path.promises?.(acknowledged) ?? {};
		const texts = await textsOf(host, story.id);
		const isIn = (wanted: readonly (string | undefined)[]) => wanted.some((each) => each && texts.has(each));
		if (!isIn(result.ok ? [promised.standfirst ?? story.standfirst] : [story.standfirst, promised.standfirst])) {
			found.lost.push(`the saved text; there is ${[...texts].join(' | ')}`);
		}
		if (!(await textsOf(host, trashed.id)).has(trashed.standfirst)) found.lost.push('the story in the trash');
		const old = noted.standfirst;
		const wanted = promised.noted === undefined ? old : promised.noted;
		// An entry whose folder was gone when it was cleared may come back with it; that loses nothing.
		const isThere = offered === wanted || ((!result.ok || wanted === null) && offered === old);
		// What the file holds too is not offered.
		if (!isThere && !(offered === null && texts.has(old))) found.lost.push(`the note; there is ${offered}`);
		if (result.ok && path.isKept !== undefined && !(await path.isKept(host, result.value))) {
			found.lost.push('what it acknowledged');
		}
	} catch (error) {
		found.unreadable.push(error instanceof Error ? error.message : String(error));
	} finally {
		await host.core.close();
	}
	return found;
}

async function look(host: FaultHost) {
	const files = await host.must<DamagedFile[]>('articles.damaged', {});
	const { work, damaged } = await host.must<{ work: PendingWork[]; damaged: DamagedJournal[] }>('journal.pending', {});
	const offered = work.find(({ session }) => session === journalSession)?.mine.standfirst ?? null;
	return { damaged: [...files, ...damaged], offered };
}

/** Whether the core that met the fault, and runs on, still finds both stories; answers what it does not find. */
export async function checkLive(host: FaultHost, path: WritePath, acknowledged: Acknowledged): Promise<string[]> {
	let missing = await findMissing(host, path, acknowledged);
	// What the watcher was just reading while it was moved is put right by its next look.
	for (let tries = 0; tries < 5 && missing.length > 0; tries += 1) {
		await wait(300);
		missing = await findMissing(host, path, acknowledged);
	}
	return missing.map((each) => `${each}, while it runs on`);
}

async function findMissing(host: FaultHost, path: WritePath, { story, trashed, ...rest }: Acknowledged) {
	const missing: string[] = [];
	try {
		const state = await host.must<NewsroomState>('newsroom.current', {});
		if (state.kind === 'open' && state.path !== host.newsroom)
			await host.must('newsroom.open', { path: host.newsroom });
		const texts = await textsOf(host, story.id);
		const wanted = [story.standfirst, path.promises?.({ story, trashed, ...rest }).standfirst];
		if (!wanted.some((each) => each && texts.has(each))) missing.push('the saved text');
		if (!(await textsOf(host, trashed.id)).has(trashed.standfirst)) missing.push('the story in the trash');
	} catch (error) {
		missing.push(error instanceof Error ? error.message : String(error));
	}
	return missing;
}

/** The texts of a story, wherever it is; one that lies in the trash is taken out of it. */
async function textsOf(host: FaultHost, id: ArticleId): Promise<Set<string>> {
	const isInNewsroom = (await host.ask('articles.get', { id })).ok;
	const trash = await host.must<TrashedArticle[]>('articles.trashed', {});
	if (!isInNewsroom && trash.some((each) => each.id === id)) await host.must('articles.restore', { id });
	return standfirstsOf(host, id);
}
