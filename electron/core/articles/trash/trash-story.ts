import type { TrashedArticle } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { atomicCreate, durableMove, exists, removeMoved, syncFolder } from '../../disk/atomic-write.ts';
import { diskFailure } from '../../disk/disk-failure.ts';
import { errorCode } from '../../disk/file-system.ts';
import { inNewsroom, makeFoldersInside, refuseLinksOut } from '../../disk/newsroom-path.ts';
import { mustBeWritable } from '../../newsroom/newsroom-folder.ts';
import { type ArticleFile, changedArticleFile, hasChanges, readArticleFile } from '../article-file.ts';
import { publishedFile } from '../live/next-file.ts';
import { readStory } from '../open-story.ts';
import { claimSlug } from '../state/claim-slug.ts';
import { pathOf } from '../state/path-of.ts';
import { forgetStory, noteStory, type StoreState } from '../state/store-state.ts';
import { readTrashPath, trashPath } from './trash-path.ts';

/** Moves a story to the trash; durable once it returns. */
export function trashStory(state: StoreState, id: ArticleId): Promise<void> {
	return state.queues.run(id, async () => {
		await mustBeWritable(state.disk, state.folder());
		const file = await readStory(state, id);
		if (file.kind === 'gone') throw goneFailure(id);
		if (file.kind === 'damaged') {
			throw new FailureError('damaged', `${file.path} is damaged and stays where it is. ${file.reason}`, file.path);
		}
		const trashed = state.now();
		const path = trashPath(file.path, trashed);
		const newsroom = state.folder().path;
		const to = inNewsroom(newsroom, path);
		const isTrashed = () => {
			forgetStory(state, id);
			state.recorder.forget(id);
			const { headline, status } = file.article;
			state.trashed.set(id, { path, headline, status, trashed });
			state.changed([id]);
		};
		const from = inNewsroom(newsroom, file.path);
		try {
			await makeFoldersInside(state.disk, newsroom, parentOf(to));
			await state.lock.hold(async () => {
				// Another Galley may have moved it while this one waited; that is no fault of the disk.
				if (!(await exists(state.disk, from))) throw goneFailure(id);
				await durableMove(state.disk, from, to);
			});
		} catch (error) {
			if (error instanceof FailureError) throw error;
			if (await wasMoved(state, from, to)) isTrashed();
			throw diskFailure(error, 'move', `${file.path} to the trash`);
		}
		isTrashed();
	});
}

function goneFailure(id: ArticleId): FailureError {
	return new FailureError('not-found', 'This story is no longer in the newsroom.', id);
}

/** Whether a move that failed has moved the file all the same, as when only its durability could not be had. */
async function wasMoved({ disk }: StoreState, from: string, to: string): Promise<boolean> {
	try {
		return !(await exists(disk, from)) && (await exists(disk, to));
	} catch {
		// Nothing is known; the next look at the file finds out.
		return false;
	}
}

/** Puts a story back at its path, with a slug that no other story has taken since. */
export function restoreStory(state: StoreState, id: ArticleId): Promise<void> {
	return state.queues.run(id, async () => {
		await mustBeWritable(state.disk, state.folder());
		await state.reading.trash;
		const story = state.trashed.get(id);
		if (story === undefined) throw new FailureError('not-found', 'This story is not in the trash any more.', id);
		if ((await pathOf(state, id)) !== null) {
			throw new FailureError(
				'not-allowed',
				'This story is in the newsroom already, so it was not restored over it.',
				id,
			);
		}
		const file = await readTrashed(state, story.path);
		const claim = await claimSlug(state, id, file.article.slug);
		try {
			const article = { ...file.article, slug: claim.slug };
			const changed = article.slug === file.article.slug ? null : withNewSlug(file, article);
			const path = await freePath(state, story.path);
			const isBack = () => {
				state.trashed.delete(id);
				noteStory(state, changed ?? file, path);
				state.changed([id]);
			};
			try {
				await state.lock.hold(() => putBack(state, story.path, path, changed?.bytes ?? null));
			} catch (error) {
				const newsroom = state.folder().path;
				if (await wasMoved(state, inNewsroom(newsroom, story.path), inNewsroom(newsroom, path))) isBack();
				throw diskFailure(error, 'move', `${path} out of the trash`);
			}
			isBack();
		} finally {
			claim.release();
		}
	});
}

/** Readers get the new address of a story with the story, unless there are changes that are not for them yet. */
function withNewSlug(file: ArticleFile, article: Article): ArticleFile {
	const isForReaders = article.status === 'published' && !hasChanges(file);
	return isForReaders ? publishedFile(file, article).file : changedArticleFile(file, article, file.live);
}

/** Reads a file in the trash; one that is gone or damaged is a `FailureError`. */
export async function readTrashed(state: StoreState, path: string): Promise<ArticleFile> {
	const absolute = inNewsroom(state.folder().path, path);
	try {
		await refuseLinksOut(state.disk, state.folder().path, absolute);
		const file = readArticleFile(await state.disk.readFile(absolute));
		if (file.kind === 'article') return file;
		throw new FailureError('damaged', `${path} is damaged and stays in the trash. ${file.reason}`, path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			throw new FailureError('not-found', `${path} was deleted by another program, so it cannot be restored.`, path);
		}
		throw diskFailure(error, 'read', path);
	}
}

/** Moves a file out of the trash, with new bytes unless they are null. */
async function putBack(state: StoreState, from: string, path: string, bytes: Uint8Array | null): Promise<void> {
	const newsroom = state.folder().path;
	const to = inNewsroom(newsroom, path);
	const source = inNewsroom(newsroom, from);
	await makeFoldersInside(state.disk, newsroom, parentOf(to));
	if (bytes === null) {
		await durableMove(state.disk, source, to);
		return;
	}
	await atomicCreate(state.disk, to, bytes);
	await removeMoved(state.disk, source, to);
	await syncFolder(state.disk, parentOf(source));
}

/** The path that a file in the trash came from, or one like it where that is taken. */
async function freePath(state: StoreState, trashed: string): Promise<string> {
	const wanted = readTrashPath(trashed)?.path ?? trashed.replace(/^trash\//, '');
	const stem = wanted.replace(/\.json$/, '');
	let path = wanted;
	for (let number = 2; await exists(state.disk, inNewsroom(state.folder().path, path)); number += 1) {
		path = `${stem}-${number}.json`;
	}
	return path;
}

/** What lies in the trash, what was put there last first. */
export async function listTrash(state: StoreState): Promise<TrashedArticle[]> {
	await state.reading.trash;
	const rows = [...state.trashed].sort(([, a], [, b]) => b.trashed.getTime() - a.trashed.getTime());
	return rows.map(([id, { headline, status, trashed }]) => ({ id, headline, status, trashed: trashed.toISOString() }));
}

function parentOf(path: string): string {
	return path.replace(/[\\/][^\\/]*$/, '');
}
