import type { TrashedArticle } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { atomicCreate, durableMove, exists, removeMoved, syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, makeFoldersInside, refuseLinksOut } from '../disk/newsroom-path.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { type ArticleFile, changedArticleFile, readArticleFile } from './article-file.ts';
import { readStory } from './article-store.ts';
import { placeOf } from './place-of.ts';
import { claimSlug, type Shelf, shelve, unshelve } from './shelf.ts';

/*
 * The trash is the folder `trash/` of the newsroom: the file as it was, at its own path, with the moment before `.json`:
 * `articles/2025/03/budget-1a2b3c.json` becomes `trash/articles/2025/03/budget-1a2b3c~20250331T080000000Z.json`.
 * The name tells the moment, as no copy or checkout keeps a file's own time; and nothing of it lies in `.galley`,
 * so that deleting that folder deletes no story.
 */
const trashedName = /^trash\/(articles\/.+)~(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.json$/;

/** Where a file goes in the trash. */
export function trashPath(path: string, at: Date): string {
	const moment = at.toISOString().replace(/[-:.]/g, '');
	return `trash/${path.replace(/\.json$/, '')}~${moment}.json`;
}

/** Where a file in the trash came from, and when; null for a file that Galley did not put there. */
export function readTrashPath(path: string): { readonly path: string; readonly trashed: Date } | null {
	const [, original, year, month, day, hour, minute, second, milli] = trashedName.exec(path) ?? [];
	if (original === undefined) return null;
	const trashed = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
	return Number.isNaN(trashed.getTime()) ? null : { path: `${original}.json`, trashed };
}

/** Moves a story to the trash; durable once it returns. */
export function trashStory(shelf: Shelf, id: ArticleId): Promise<void> {
	return shelf.queues.run(id, async () => {
		await mustBeWritable(shelf.disk, shelf.folder());
		const file = await readStory(shelf, id);
		if (file.kind === 'gone') throw goneFailure(id);
		if (file.kind === 'damaged') {
			throw new FailureError('damaged', `${file.path} is damaged and stays where it is. ${file.reason}`, file.path);
		}
		const trashed = shelf.now();
		const path = trashPath(file.path, trashed);
		const newsroom = shelf.folder().path;
		const to = inNewsroom(newsroom, path);
		const isTrashed = () => {
			unshelve(shelf, id);
			shelf.keeper.forget(id);
			const { headline, status } = file.article;
			shelf.trashed.set(id, { path, headline, status, trashed });
			shelf.changed([id]);
		};
		const from = inNewsroom(newsroom, file.path);
		try {
			await makeFoldersInside(shelf.disk, newsroom, parentOf(to));
			await shelf.lock.hold(async () => {
				// Another Galley may have moved it while this one waited; that is no fault of the disk.
				if (!(await exists(shelf.disk, from))) throw goneFailure(id);
				await durableMove(shelf.disk, from, to);
			});
		} catch (error) {
			if (error instanceof FailureError) throw error;
			if (await wasMoved(shelf, from, to)) isTrashed();
			throw diskFailure(error, 'move', `${file.path} to the trash`);
		}
		isTrashed();
	});
}

function goneFailure(id: ArticleId): FailureError {
	return new FailureError('not-found', 'This story is no longer in the newsroom.', id);
}

/** Whether a move that failed has moved the file all the same, as when only its durability could not be had. */
async function wasMoved({ disk }: Shelf, from: string, to: string): Promise<boolean> {
	try {
		return !(await exists(disk, from)) && (await exists(disk, to));
	} catch {
		// Nothing is known; the next look at the file finds out.
		return false;
	}
}

/** Puts a story back at its path, with a slug that no other story has taken since. */
export function restoreStory(shelf: Shelf, id: ArticleId): Promise<void> {
	return shelf.queues.run(id, async () => {
		await mustBeWritable(shelf.disk, shelf.folder());
		await shelf.reading.trash;
		const story = shelf.trashed.get(id);
		if (story === undefined) throw new FailureError('not-found', 'This story is not in the trash any more.', id);
		if ((await placeOf(shelf, id)) !== null) {
			throw new FailureError(
				'not-allowed',
				'This story is in the newsroom already, so it was not restored over it.',
				id,
			);
		}
		const file = await readTrashed(shelf, story.path);
		const claim = await claimSlug(shelf, id, file.article.slug);
		try {
			const article = { ...file.article, slug: claim.slug };
			const changed = article.slug === file.article.slug ? null : changedArticleFile(file, article);
			const path = await freePath(shelf, story.path);
			const isBack = () => {
				shelf.trashed.delete(id);
				shelve(shelf, article, path, (changed ?? file).revision);
				shelf.changed([id]);
			};
			try {
				await shelf.lock.hold(() => putBack(shelf, story.path, path, changed?.bytes ?? null));
			} catch (error) {
				const newsroom = shelf.folder().path;
				if (await wasMoved(shelf, inNewsroom(newsroom, story.path), inNewsroom(newsroom, path))) isBack();
				throw diskFailure(error, 'move', `${path} out of the trash`);
			}
			isBack();
		} finally {
			claim.release();
		}
	});
}

/** Reads a file in the trash; one that is gone or damaged is a `FailureError`. */
export async function readTrashed(shelf: Shelf, path: string): Promise<ArticleFile> {
	const absolute = inNewsroom(shelf.folder().path, path);
	try {
		await refuseLinksOut(shelf.disk, shelf.folder().path, absolute);
		const file = readArticleFile(await shelf.disk.readFile(absolute));
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
async function putBack(shelf: Shelf, from: string, path: string, bytes: Uint8Array | null): Promise<void> {
	const newsroom = shelf.folder().path;
	const to = inNewsroom(newsroom, path);
	const source = inNewsroom(newsroom, from);
	await makeFoldersInside(shelf.disk, newsroom, parentOf(to));
	if (bytes === null) {
		await durableMove(shelf.disk, source, to);
		return;
	}
	await atomicCreate(shelf.disk, to, bytes);
	await removeMoved(shelf.disk, source, to);
	await syncFolder(shelf.disk, parentOf(source));
}

/** The path that a file in the trash came from, or one like it where that is taken. */
async function freePath(shelf: Shelf, trashed: string): Promise<string> {
	const wanted = readTrashPath(trashed)?.path ?? trashed.replace(/^trash\//, '');
	const stem = wanted.replace(/\.json$/, '');
	let path = wanted;
	for (let number = 2; await exists(shelf.disk, inNewsroom(shelf.folder().path, path)); number += 1) {
		path = `${stem}-${number}.json`;
	}
	return path;
}

/** What lies in the trash, what was put there last first. */
export async function listTrash(shelf: Shelf): Promise<TrashedArticle[]> {
	await shelf.reading.trash;
	const rows = [...shelf.trashed].sort(([, a], [, b]) => b.trashed.getTime() - a.trashed.getTime());
	return rows.map(([id, { headline, status, trashed }]) => ({ id, headline, status, trashed: trashed.toISOString() }));
}

function parentOf(path: string): string {
	return path.replace(/[\\/][^\\/]*$/, '');
}
