import { isSameValue } from '#shared/document/diff/same-value.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { type ArticleFile, changedArticleFile, contentHashOf, hasChanges, readArticleFile } from './article-file.ts';
import { dropLive, keepLive } from './live/keep-live.ts';
import { livePath, readLive } from './live/live-version.ts';
import { noteRead, readAndFollow, type StoryFile } from './open-story.ts';
import type { StoreState } from './state/store-state.ts';
import { writeStory } from './write-story.ts';

/*
 * Some changes are no edit of a story: when a category gets another name, the story stays what it was, and so does what
 * readers have of it. Then the working copy and the live version are changed alike, and each stays as far from the other
 * as before. The live version is written first. Between the two writes the file still names the live version of before,
 * which is found in the history; whoever keeps what `before` hears can always go back or on.
 */

/** How a story is changed; readers' version of a published story with changes is told apart from its working copy. */
export type EditOf = (article: Article, which: 'working-copy' | 'live') => Article;

/** The bytes of a story's file, and of what lies beside it for readers, which are empty where nothing does. */
export interface BothFiles {
	readonly file: Uint8Array;
	readonly beside: Uint8Array;
}

/** What a story and what readers have of it become together. */
export interface BothChange {
	readonly before: BothFiles & { readonly article: Article; readonly live: Article | null };
	readonly after: BothFiles & { readonly article: Article; readonly live: Article | null };
}

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;
const nothing = new Uint8Array(0);

/** Changes a story and what readers have of it alike; see `ArticleStore.changeBoth`. */
export function changeBoth(
	state: StoreState,
	id: ArticleId,
	edit: EditOf,
	before: (change: BothChange) => Promise<void>,
): Promise<BothChange | null> {
	return state.queues.run(id, async () => {
		await mustBeWritable(state.disk, state.folder());
		for (let tries = 0; tries < mostTries; tries += 1) {
			const file = await readToChange(state, id);
			const planned = await plan(state, file, edit);
			if (planned === null) return null;
			await before(planned.change);
			if (await writeBoth(state, file, planned.after, planned.change)) return planned.change;
		}
		throw busy(id);
	});
}

/** Puts back the bytes of a story and of what lies beside it; see `ArticleStore.putBothBack`. */
export function putBothBack(
	state: StoreState,
	id: ArticleId,
	make: (now: BothFiles) => BothFiles | null,
): Promise<boolean> {
	return state.queues.run(id, async () => {
		await mustBeWritable(state.disk, state.folder());
		for (let tries = 0; tries < mostTries; tries += 1) {
			const file = await readToChange(state, id);
			const now = { file: file.bytes, beside: await readBeside(state, file) };
			const wanted = make(now);
			if (wanted === null) return false;
			const after = readArticleFile(wanted.file);
			if (after.kind === 'damaged' || after.article.id !== id)
				throw new Error(`What ${id} was before is no such story`);
			if (await writeBoth(state, file, after, { before: now, after: wanted })) return true;
		}
		throw busy(id);
	});
}

async function readToChange(state: StoreState, id: ArticleId): Promise<StoryFile> {
	const file = await readAndFollow(state, id);
	switch (file.kind) {
		case 'gone': {
			const where = state.trashed.has(id) ? 'It is in the trash.' : 'It is no longer in the newsroom.';
			throw new FailureError('not-found', where, id);
		}
		case 'damaged':
			throw new FailureError('damaged', `${file.path} is damaged. ${file.reason} Mend it in a text editor.`, file.path);
		case 'article':
			if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
			noteRead(state, file);
			return file;
	}
}

/** What an edit makes of a story and of what readers have; null when it changes neither. */
async function plan(
	state: StoreState,
	file: StoryFile,
	edit: EditOf,
): Promise<{ readonly change: BothChange; readonly after: ArticleFile } | null> {
	const article = edit(file.article, 'working-copy');
	if (!hasChanges(file)) {
		if (isSameValue(article, file.article)) return null;
		// A mark says that readers have just this, so it follows.
		const mark = file.live === null ? null : contentHashOf(changedArticleFile(file, article, null));
		const after = changedArticleFile(file, article, mark);
		return planned(file, after, { before: null, beside: nothing }, { after: null, beside: nothing });
	}
	const live = await readLive({ ...state, newsroom: state.folder().path }, file);
	if (live.kind !== 'live') {
		const reason = live.kind === 'unusable' ? live.reason : 'What readers have of it is not known';
		throw new FailureError('damaged', `${reason}.`, file.path);
	}
	const liveArticle = edit(live.file.article, 'live');
	if (isSameValue(article, file.article) && isSameValue(liveArticle, live.file.article)) return null;
	const mark = contentHashOf(changedArticleFile(live.file, liveArticle, null));
	const liveAfter = changedArticleFile(live.file, liveArticle, live.file.live === null ? null : mark);
	const after = changedArticleFile(file, article, mark);
	const beside = live.isKept ? live.file.bytes : nothing;
	// By the change the two may have become the same, and then readers have the story itself.
	const besideAfter = contentHashOf(after) === mark ? nothing : liveAfter.bytes;
	return planned(file, after, { before: live.file.article, beside }, { after: liveArticle, beside: besideAfter });
}

function planned(
	file: StoryFile,
	after: ArticleFile,
	was: { readonly before: Article | null; readonly beside: Uint8Array },
	is: { readonly after: Article | null; readonly beside: Uint8Array },
) {
	const change: BothChange = {
		before: { file: file.bytes, beside: was.beside, article: file.article, live: was.before },
		after: { file: after.bytes, beside: is.beside, article: after.article, live: is.after },
	};
	return { change, after };
}

/** Writes both, the live version first; false when somebody else has written the story meanwhile, who keeps it all. */
async function writeBoth(
	state: StoreState,
	file: StoryFile,
	after: ArticleFile,
	{ before: was, after: is }: { readonly before: BothFiles; readonly after: BothFiles },
): Promise<boolean> {
	const isKept = is.beside.length > 0;
	const keep = isKept && Buffer.compare(was.beside, is.beside) !== 0 ? is.beside : null;
	if (Buffer.compare(was.file, is.file) === 0) {
		await putBeside(state, file, is.beside);
		return true;
	}
	const outcome = await writeStory(state, file, { file: after, keep, drop: !isKept }, 'explicit');
	if (outcome !== 'changed') return true;
	// Whoever wrote it goes by the live version of before.
	if (keep !== null) await putBeside(state, file, was.beside);
	return false;
}

async function putBeside(state: StoreState, file: StoryFile, bytes: Uint8Array): Promise<void> {
	try {
		if (bytes.length > 0) await keepLive(state, file.path, bytes);
		else await dropLive(state, file.path);
	} catch (error) {
		throw diskFailure(error, 'save', livePath(file.path));
	}
}

/** The bytes that lie beside a story for readers, whatever they are; empty for none. */
async function readBeside(state: StoreState, file: StoryFile): Promise<Uint8Array> {
	const newsroom = state.folder().path;
	const absolute = inNewsroom(newsroom, livePath(file.path));
	try {
		await refuseLinksOut(state.disk, newsroom, absolute);
		return await state.disk.readFile(absolute);
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return nothing;
		throw diskFailure(error, 'read', livePath(file.path));
	}
}

function busy(id: ArticleId): FailureError {
	return new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
