import { setTimeout } from 'node:timers/promises';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import { type FileDamage, sameBytes } from '../json/parsed-file.ts';
import { mustBeThere } from '../newsroom/newsroom-folder.ts';
import { type ArticleFile, hasChanges, readArticleFile } from './article-file.ts';
import { readLive } from './live/live-version.ts';
import { pathOf } from './state/path-of.ts';
import { forgetStory, noteStory, type StoreState } from './state/store-state.ts';

/** A story's file with its place in the newsroom. */
export type StoryFile = ArticleFile & { readonly path: string };

/** A story's file as it lies on the disk at this moment, or why there is none. */
export type FileNow = StoryFile | (FileDamage & { readonly path: string }) | { readonly kind: 'gone' };

/** Reads a story's file anew. */
export async function readStory(state: StoreState, id: ArticleId): Promise<FileNow> {
	const path = await pathOf(state, id);
	if (path === null) return { kind: 'gone' };
	const absolute = inNewsroom(state.folder().path, path);
	try {
		await refuseLinksOut(state.disk, state.folder().path, absolute);
		const bytes = await state.disk.readFile(absolute);
		// What was read or written last needs no reading again.
		const last = state.recorder.last(id);
		const file = last !== null && sameBytes(last.bytes, bytes) ? last : readArticleFile(bytes);
		if (file.kind === 'damaged') return { ...file, path };
		return file.article.id === id ? { ...file, path } : { kind: 'gone' };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			await mustBeThere(state.disk, state.folder());
			return { kind: 'gone' };
		}
		throw diskFailure(error, 'read', path);
	}
}

/** Reads a story's file; one that is gone or damaged is given the moment that another program needs to write it whole. */
async function readSettledStory(state: StoreState, id: ArticleId): Promise<FileNow> {
	let file = await readStory(state, id);
	for (let tries = 0; tries < 4 && file.kind !== 'article' && state.catalogue.get(id) !== null; tries += 1) {
		await setTimeout(60);
		file = await readStory(state, id);
	}
	return file;
}

/** Reads a story's file anew, and keeps in its history what somebody else made of it. */
export async function readAndFollow(state: StoreState, id: ArticleId): Promise<FileNow> {
	let turn: number;
	let file: FileNow;
	do {
		turn = state.recorder.turn(id);
		file = await readSettledStory(state, id);
		// A save of ours that ended meanwhile is not somebody else's change.
	} while (state.recorder.turn(id) !== turn);
	if (file.kind === 'article') await state.recorder.read(file);
	else if (!state.trashed.has(id)) await state.recorder.lost(id);
	return file;
}

/** Notes a story as its file was found; what another program made of it is told to everybody. */
export function noteRead(state: StoreState, file: StoryFile): void {
	state.damaged.delete(file.path);
	if (state.catalogue.at(file.path)?.revision === file.revision) return;
	noteStory(state, file, file.path);
	state.changed([file.article.id]);
}

/** Notes that a story's file is gone, and tells everybody. */
function noteGone(state: StoreState, id: ArticleId): void {
	if (state.catalogue.get(id) === null) return;
	forgetStory(state, id);
	state.changed([id]);
}

/** Opens a story; one that is gone or damaged is a `FailureError`. */
export async function openStory(state: StoreState, id: ArticleId): Promise<OpenedArticle> {
	const file = await readAndFollow(state, id);
	switch (file.kind) {
		case 'gone':
			noteGone(state, id);
			throw new FailureError('not-found', 'This story is no longer in the newsroom. Look for it in the trash.', id);
		case 'damaged': {
			state.damaged.set(file.path, { path: file.path, reason: file.reason, line: file.line });
			const line = file.line === null ? '' : ` on line ${file.line}`;
			throw new FailureError(
				'damaged',
				`${file.path} is damaged${line}. ${file.reason} Nothing was changed: mend it in a text editor.`,
				file.path,
			);
		}
		case 'article':
			noteRead(state, file);
			return opened(state, file);
	}
}

/** What readers have of a published story, where that is another version than its file; else null. */
export async function readLiveOf(state: StoreState, id: ArticleId): Promise<ArticleFile | null> {
	const file = await readSettledStory(state, id);
	if (file.kind !== 'article') throw new FailureError('not-found', 'This story is no longer in the newsroom.', id);
	const live = await readLive({ ...state, newsroom: state.folder().path }, file);
	if (live.kind === 'unusable') throw new FailureError('damaged', `${live.reason}.`, file.path);
	return live.kind === 'live' ? live.file : null;
}

/** What a story's file is opened as. */
export function opened(state: StoreState, file: StoryFile): OpenedArticle {
	const readOnly = file.readOnly ?? state.folder().readOnly;
	const { article, revision, path } = file;
	return { article, revision, path, readOnly, hasChanges: hasChanges(file) };
}
