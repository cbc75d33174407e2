import { isSameValue } from '#shared/document/diff/same-value.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { type ArticleFile, changedArticleFile, contentHashOf, hasChanges, readArticleFile } from './article-file.ts';
import { type BothFiles, noBytes, readBeside } from './live/both-files.ts';
import { dropLive, keepLive } from './live/keep-live.ts';
import { livePath, readLive } from './live/live-version.ts';
import type { NextFile } from './live/next-file.ts';
import { noteRead, readAndFollow, type StoryFile } from './open-story.ts';
import { claimSlug } from './state/claim-slug.ts';
import type { StoreState } from './state/store-state.ts';
import { readTrashPath } from './trash/trash-path.ts';
import { readTrashed } from './trash/trash-story.ts';
import { writeTrashed } from './trash/write-trashed.ts';
import { writeStory } from './write-story.ts';

/*
 * Some changes are no edit of a story: when a category gets another name, the story stays what it was, and so does what
 * readers have of it. Then the working copy and the live version are changed alike, and each stays as far from the other
 * as before. The live version is written first. Between the two writes the file still names the live version of before,
 * which is found in the history; whoever keeps what `before` hears can always go back or on. A story in the trash is
 * changed like any other, so that nothing comes back under a name that there is not any more.
 */

/** How a story is changed; readers' version of a published story with changes is told apart from its working copy. */
export type EditOf = (article: Article, which: 'working-copy' | 'live') => Article;

/** A story's file by its place among the stories; `trashed` is where it lies instead while it is in the trash. */
interface Found {
	readonly file: StoryFile;
	readonly trashed: string | null;
}

/** What a story and what readers have of it become together. */
export interface BothChange {
	readonly before: BothFiles & { readonly article: Article; readonly live: Article | null };
	readonly after: BothFiles & { readonly article: Article; readonly live: Article | null };
}

/** Somebody who saves the same story again and again at this moment is given way to. */
const mostTries = 5;

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
			const found = await readToChange(state, id);
			const planned = await plan(state, found.file, edit);
			if (planned === null) return null;
			await before(planned.change);
			if (await writeBoth(state, found, planned.after, planned.change)) return planned.change;
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
			const found = await readToChange(state, id);
			const { file } = found;
			const now = { file: file.bytes, beside: await readBeside(state, file.path) };
			const wanted = make(now);
			if (wanted === null) return false;
			const after = readArticleFile(wanted.file);
			if (after.kind === 'damaged' || after.article.id !== id)
				throw new Error(`What ${id} was before is no such story`);
			const { slug } = after.article;
			const isSameAddress = found.trashed !== null || slug === file.article.slug;
			const claim = isSameAddress ? null : await claimSlug(state, id, slug, file.article.slug);
			try {
				if (claim !== null && claim.slug !== slug) return false;
				if (await writeBoth(state, found, after, { before: now, after: wanted })) return true;
			} finally {
				claim?.release();
			}
		}
		throw busy(id);
	});
}

async function readToChange(state: StoreState, id: ArticleId): Promise<Found> {
	const file = await readAndFollow(state, id);
	switch (file.kind) {
		case 'gone': {
			await state.reading.trash;
			const trashed = state.trashed.get(id)?.path;
			const origin = trashed === undefined ? null : readTrashPath(trashed);
			if (trashed === undefined || origin === null)
				throw new FailureError('not-found', 'It is no longer in the newsroom.', id);
			return { file: writable({ ...(await readTrashed(state, trashed)), path: origin.path }), trashed };
		}
		case 'damaged':
			throw new FailureError('damaged', `${file.path} is damaged. ${file.reason} Mend it in a text editor.`, file.path);
		case 'article':
			noteRead(state, writable(file));
			return { file, trashed: null };
	}
}

function writable(file: StoryFile): StoryFile {
	if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
	return file;
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
		return planned(file, after, { before: null, beside: noBytes }, { after: null, beside: noBytes });
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
	const beside = live.isKept ? live.file.bytes : noBytes;
	// By the change the two may have become the same, and then readers have the story itself.
	const besideAfter = contentHashOf(after) === mark ? noBytes : liveAfter.bytes;
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
	{ file, trashed }: Found,
	after: ArticleFile,
	{ before: was, after: is }: { readonly before: BothFiles; readonly after: BothFiles },
): Promise<boolean> {
	const isKept = is.beside.length > 0;
	const keep = isKept && Buffer.compare(was.beside, is.beside) !== 0 ? is.beside : null;
	if (Buffer.compare(was.file, is.file) === 0) {
		await putBeside(state, file, is.beside);
		return true;
	}
	const next: NextFile = { file: after, keep, drop: !isKept };
	const outcome =
		trashed === null ? await writeStory(state, file, next, 'explicit') : await writeTrashed(state, file, trashed, next);
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

function busy(id: ArticleId): FailureError {
	return new FailureError('not-allowed', 'It is being changed at this moment. Try again.', id);
}
