import { setTimeout } from 'node:timers/promises';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { FailureError } from '#shared/failure.ts';
import { Article, type ArticleId, articleSchemaUrn, type Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { slugify } from '#shared/text/slug.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { WriteReason } from '../history/story-keeper.ts';
import { type FileDamage, sameBytes } from '../json/parsed-file.ts';
import { mustBeThere, mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { addStory } from './add-story.ts';
import { type ArticleFile, changedArticleFile, newArticleFile, readArticleFile } from './article-file.ts';
import { keepBytes } from './keep-bytes.ts';
import { placeOf } from './place-of.ts';
import { claimSlug, type Shelf, shelve, unshelve } from './shelf.ts';

type StoryFile = ArticleFile & { readonly path: string };

/** A story's file as it lies on the disk at this moment, or why there is none. */
export type FileNow = StoryFile | (FileDamage & { readonly path: string }) | { readonly kind: 'gone' };

/** Reads a story's file anew. */
export async function readStory(shelf: Shelf, id: ArticleId): Promise<FileNow> {
	const path = await placeOf(shelf, id);
	if (path === null) return { kind: 'gone' };
	const absolute = inNewsroom(shelf.folder().path, path);
	try {
		await refuseLinksOut(shelf.disk, shelf.folder().path, absolute);
		const bytes = await shelf.disk.readFile(absolute);
		// What was read or written last needs no reading again.
		const last = shelf.keeper.last(id);
		const file = last !== null && sameBytes(last.bytes, bytes) ? last : readArticleFile(bytes);
		if (file.kind === 'damaged') return { ...file, path };
		return file.article.id === id ? { ...file, path } : { kind: 'gone' };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			await mustBeThere(shelf.disk, shelf.folder());
			return { kind: 'gone' };
		}
		throw diskFailure(error, 'read', path);
	}
}

/** Reads a story's file; one that is gone or damaged is given the moment that another program needs to write it whole. */
async function readSettledStory(shelf: Shelf, id: ArticleId): Promise<FileNow> {
	let file = await readStory(shelf, id);
	for (let tries = 0; tries < 4 && file.kind !== 'article' && shelf.catalogue.get(id) !== null; tries += 1) {
		await setTimeout(60);
		file = await readStory(shelf, id);
	}
	return file;
}

/** Reads a story's file anew, and keeps in its history what somebody else made of it. */
async function readAndFollow(shelf: Shelf, id: ArticleId): Promise<FileNow> {
	let turn: number;
	let file: FileNow;
	do {
		turn = shelf.keeper.turn(id);
		file = await readSettledStory(shelf, id);
		// A save of ours that ended meanwhile is not somebody else's change.
	} while (shelf.keeper.turn(id) !== turn);
	if (file.kind === 'article') await shelf.keeper.read(file);
	else if (!shelf.trashed.has(id)) await shelf.keeper.lost(id);
	return file;
}

/** Puts a story on the shelf as its file was found; what another program made of it is told to everybody. */
function noteRead(shelf: Shelf, file: StoryFile): void {
	shelf.damaged.delete(file.path);
	if (shelf.catalogue.at(file.path)?.revision === file.revision) return;
	shelve(shelf, file.article, file.path, file.revision);
	shelf.changed([file.article.id]);
}

/** Takes a story whose file is gone off the shelf. */
function forget(shelf: Shelf, id: ArticleId): void {
	if (shelf.catalogue.get(id) === null) return;
	unshelve(shelf, id);
	shelf.changed([id]);
}

/** Opens a story; one that is gone or damaged is a `FailureError`. */
export async function openStory(shelf: Shelf, id: ArticleId): Promise<OpenedArticle> {
	const file = await readAndFollow(shelf, id);
	switch (file.kind) {
		case 'gone':
			forget(shelf, id);
			throw new FailureError('not-found', 'This story is no longer in the newsroom. Look for it in the trash.', id);
		case 'damaged': {
			shelf.damaged.set(file.path, { path: file.path, reason: file.reason, line: file.line });
			const line = file.line === null ? '' : ` on line ${file.line}`;
			throw new FailureError(
				'damaged',
				`${file.path} is damaged${line}. ${file.reason} Nothing was changed: mend it in a text editor.`,
				file.path,
			);
		}
		case 'article':
			noteRead(shelf, file);
			return opened(shelf, file);
	}
}

function opened(shelf: Shelf, file: StoryFile): OpenedArticle {
	const readOnly = file.readOnly ?? shelf.folder().readOnly;
	return { article: file.article, revision: file.revision, path: file.path, readOnly };
}

/** Saves a story over the revision that it was based on. Durable once answered; see `SaveOutcome`. */
export function saveStory(
	shelf: Shelf,
	article: Article,
	basedOn: Revision,
	reason: WriteReason = 'auto',
): Promise<SaveOutcome> {
	return shelf.queues.run(article.id, async () => {
		const known = await knownStory(shelf, article.id, basedOn);
		const atOnce = known === null ? 'changed' : await saveOver(shelf, known, article, basedOn, reason);
		if (typeof atOnce !== 'string') return atOnce;

		await mustBeWritable(shelf.disk, shelf.folder());
		const file = await readAndFollow(shelf, article.id);
		if (file.kind !== 'article') return notSaved(shelf, file);
		const outcome = await saveOver(shelf, file, article, basedOn, reason);
		if (outcome === 'changed') return notSaved(shelf, await readAndFollow(shelf, article.id));
		if (outcome !== 'same') return outcome;
		const warning = reason === 'explicit' ? await shelf.keeper.note(file, 'explicit-save') : null;
		return saved(file.article, file.revision, warning);
	});
}

/**
 * A story's file at this revision as Galley last read or wrote it, without a look at what it holds now: replacing it takes
 * that look right before. Null when nothing is known, or the file is not in its place.
 */
async function knownStory(shelf: Shelf, id: ArticleId, revision: Revision): Promise<StoryFile | null> {
	const { path: newsroom, readOnly } = shelf.folder();
	const file = shelf.keeper.known(id, revision);
	const path = shelf.catalogue.get(id)?.path;
	if (readOnly !== null || file === null || path === undefined) return null;
	try {
		await refuseLinksOut(shelf.disk, newsroom, inNewsroom(newsroom, path));
	} catch (error) {
		// Why it cannot be had is found by reading it.
		if (errorCode(error) !== null) return null;
		throw error;
	}
	return { ...file, path };
}

/**
 * Saves a story over its file; `same` when that is what it holds already, as when a save whose answer was lost is sent
 * again, and `changed` when somebody else has written it meanwhile.
 */
async function saveOver(
	shelf: Shelf,
	file: StoryFile,
	article: Article,
	basedOn: Revision,
	reason: WriteReason,
): Promise<SaveOutcome | 'same' | 'changed'> {
	if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
	// Readers may already have the address of a story that was once published.
	const isFixed = file.article.dates.published !== null;
	const claim = isFixed
		? { slug: file.article.slug, release: () => {} }
		: await claimSlug(shelf, article.id, slugFor(article), file.article.slug);
	try {
		const next = keepWhatIsFixed(file.article, { ...article, slug: claim.slug });
		if (isSameValue(next, file.article)) return 'same';
		return file.revision === basedOn ? await writeOver(shelf, file, next, reason) : notSaved(shelf, file);
	} finally {
		claim.release();
	}
}

/** The slug that a story goes out with: a story that leaves the drafts gives up the one it got before it had a headline. */
function slugFor({ slug, status, headline }: Article): Slug {
	const isOutOfDrafts = status !== 'draft' && headline.trim() !== '';
	return isOutOfDrafts && /^story(?:-\d+)?$/.test(slug) ? slugify(headline) : slug;
}

/** What a save answers that wrote nothing, as the file is no longer what it was based on. */
function notSaved(shelf: Shelf, file: FileNow): SaveOutcome {
	switch (file.kind) {
		case 'article':
			noteRead(shelf, file);
			return { kind: 'conflict', theirs: opened(shelf, file) };
		case 'damaged': {
			const line = file.line === null ? '' : ` on line ${file.line}`;
			return {
				kind: 'gone',
				reason: `${file.path} was damaged by another program${line}. ${file.reason} It was not overwritten.`,
			};
		}
		case 'gone':
			return {
				kind: 'gone',
				reason: 'The file of this story was moved or deleted. Copy your text, then look in the trash.',
			};
	}
}

async function writeOver(
	shelf: Shelf,
	file: StoryFile,
	wanted: Article,
	reason: WriteReason,
): Promise<SaveOutcome | 'changed'> {
	const now = shelf.now();
	const updated = laterThan(file.article.dates.updated, now);
	const isFirstPublished = wanted.status === 'published' && wanted.dates.published === null;
	const published = isFirstPublished ? now.toISOString() : wanted.dates.published;
	const next: Article = { ...wanted, dates: { ...wanted.dates, updated, published } };
	const after = changedArticleFile(file, next);
	const { revision } = after;
	shelf.keeper.willWrite(next.id, revision);
	let outcome: 'replaced' | 'changed';
	try {
		outcome = await replaceFile(shelf.disk, inNewsroom(shelf.folder().path, file.path), after.bytes, file.bytes, {
			lock: shelf.lock,
			keep: (slippedIn) => keepBytes(shelf, file.path, slippedIn),
			later: shelf.queues.later,
		});
	} catch (error) {
		throw diskFailure(error, 'save', `“${next.headline || next.slug}” (${file.path})`);
	}
	if (outcome === 'changed') return outcome;
	shelve(shelf, next, file.path, revision);
	shelf.changed([next.id]);
	// Only now, and whatever comes of it: the story is saved.
	return saved(next, revision, await shelf.keeper.wrote(file, after, reason));
}

function saved(article: Article, revision: Revision, warning: string | null): SaveOutcome {
	return { kind: 'saved', article, revision, ...(warning === null ? {} : { warning }) };
}

/** What a save cannot change: when the story was made, and that it was once published. */
function keepWhatIsFixed(before: Article, next: Article): Article {
	const { created, updated, published } = before.dates;
	return { ...next, dates: { ...next.dates, created, updated, published: next.dates.published ?? published } };
}

function laterThan(before: string, now: Date): string {
	const moment = now.toISOString();
	// Moments written alike stand in the order of their time.
	if (before.length === moment.length && before < moment) return moment;
	return new Date(Math.max(now.getTime(), Date.parse(before) + 1)).toISOString();
}

/** Makes an empty draft with the newsroom's defaults. */
export async function createStory(shelf: Shelf, headline: string): Promise<OpenedArticle> {
	const { language, comments } = shelf.folder().newsroom;
	const now = shelf.now().toISOString();
	return addStory(
		shelf,
		(id, slug) =>
			Article.parse({
				$schema: articleSchemaUrn,
				id,
				slug,
				language,
				headline,
				comments,
				dates: { created: now, updated: now },
			}),
		slugify(headline),
		newArticleFile,
	);
}

/** Copies a story, with everything in its file, into a new draft with its own id, slug and dates and without corrections. */
export async function duplicateStory(shelf: Shelf, id: ArticleId): Promise<OpenedArticle> {
	await mustBeWritable(shelf.disk, shelf.folder());
	const file = await readStory(shelf, id);
	if (file.kind !== 'article') throw new FailureError('not-found', 'There is no such story to copy any more.', id);
	if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
	const now = shelf.now().toISOString();
	const dates = { created: now, updated: now, published: null, scheduled: null, embargo: null };
	return addStory(
		shelf,
		(newId, slug) => ({ ...file.article, id: newId, slug, status: 'draft', corrections: [], dates }),
		file.article.slug,
		(copy) => changedArticleFile(file, copy),
	);
}

/** Makes a file for a story that has lost its own, under the id that it has. */
export async function addAgain(shelf: Shelf, article: Article): Promise<OpenedArticle> {
	const make = (_id: ArticleId, slug: string) => ({ ...article, slug });
	return addStory(shelf, make, article.slug, newArticleFile, article.id);
}
