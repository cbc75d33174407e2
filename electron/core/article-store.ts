import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { slugify } from '#shared/document/slug.ts';
import { FailureError } from '#shared/failure.ts';
import { Article, type ArticleId, articleSchemaUrn, type Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { type ArticleFile, changedArticleBytes, newArticleBytes, readArticleFile } from './article-file.ts';
import { atomicCreate } from './atomic-write.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode } from './file-system.ts';
import type { WriteReason } from './history/story-keeper.ts';
import { keepBytes } from './keep-bytes.ts';
import { mustBeThere, mustBeWritable } from './newsroom-folder.ts';
import { inNewsroom, makeFoldersInside, refuseLinksOut } from './newsroom-path.ts';
import { type FileDamage, revisionOf } from './parsed-file.ts';
import { placeOf } from './place-of.ts';
import { replaceFile } from './replace-file.ts';
import { claimSlug, type Shelf, shelve, unshelve } from './shelf.ts';

/** A story's file as it lies on the disk at this moment, or why there is none. */
export type FileNow =
	| (ArticleFile & { readonly path: string })
	| (FileDamage & { readonly path: string })
	| { readonly kind: 'gone' };

/** Reads a story's file anew. */
export async function readStory(shelf: Shelf, id: ArticleId): Promise<FileNow> {
	const path = await placeOf(shelf, id);
	if (path === null) return { kind: 'gone' };
	const absolute = inNewsroom(shelf.folder().path, path);
	try {
		await refuseLinksOut(shelf.disk, shelf.folder().path, absolute);
		const file = readArticleFile(await shelf.disk.readFile(absolute));
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
function noteRead(shelf: Shelf, file: ArticleFile & { readonly path: string }): void {
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

function opened(shelf: Shelf, file: ArticleFile & { readonly path: string }): OpenedArticle {
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
		await mustBeWritable(shelf.disk, shelf.folder());
		const file = await readAndFollow(shelf, article.id);
		if (file.kind !== 'article') return notSaved(shelf, file);
		if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);

		// Readers may already have the address of a story that was once published.
		const isFixed = file.article.dates.published !== null;
		const claim = isFixed
			? { slug: file.article.slug, release: () => {} }
			: await claimSlug(shelf, article.id, slugFor(article), file.article.slug);
		try {
			const next = keepWhatIsFixed(file.article, { ...article, slug: claim.slug });
			const hasChanged = !isDeepStrictEqual(next, file.article);
			// A save whose answer was lost is sent again; what it asks for is already there.
			if (!hasChanged) {
				const warning = reason === 'explicit' ? await shelf.keeper.note(file, 'explicit-save') : null;
				return saved(file.article, file.revision, warning);
			}
			if (file.revision !== basedOn) return notSaved(shelf, file);
			return await writeOver(shelf, file, next, reason);
		} finally {
			claim.release();
		}
	});
}

/** The slug that a story goes out with: a story that leaves the drafts gives up the one it got before it had a headline. */
function slugFor({ slug, status, headline }: Article): Slug {
	const isStandIn = /^story(?:-\d+)?$/.test(slug);
	return isStandIn && status !== 'draft' && headline.trim() !== '' ? slugify(headline) : slug;
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
	file: ArticleFile & { readonly path: string },
	wanted: Article,
	reason: WriteReason,
): Promise<SaveOutcome> {
	const now = shelf.now();
	const updated = laterThan(file.article.dates.updated, now);
	const isFirstPublished = wanted.status === 'published' && wanted.dates.published === null;
	const published = isFirstPublished ? now.toISOString() : wanted.dates.published;
	const next: Article = { ...wanted, dates: { ...wanted.dates, updated, published } };
	const bytes = changedArticleBytes(file, next);
	const revision = revisionOf(bytes);
	shelf.keeper.willWrite(next.id, revision);
	let outcome: 'replaced' | 'changed';
	try {
		outcome = await replaceFile(shelf.disk, inNewsroom(shelf.folder().path, file.path), bytes, file.revision, {
			lock: shelf.lock,
			keep: (slippedIn) => keepBytes(shelf, file.path, slippedIn),
		});
	} catch (error) {
		throw diskFailure(error, 'save', `“${next.headline || next.slug}” (${file.path})`);
	}
	if (outcome === 'changed') return notSaved(shelf, await readAndFollow(shelf, next.id));
	shelve(shelf, next, file.path, revision);
	shelf.changed([next.id]);
	// Only now, and whatever comes of it: the story is saved.
	return saved(next, revision, await shelf.keeper.wrote(file, { article: next, bytes, revision }, reason));
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
		newArticleBytes,
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
		(copy) => changedArticleBytes(file, copy),
	);
}

/** Makes a file for a story that has lost its own, under the id that it has. */
export async function addAgain(shelf: Shelf, article: Article): Promise<OpenedArticle> {
	const make = (_id: ArticleId, slug: string) => ({ ...article, slug });
	return addStory(shelf, make, article.slug, newArticleBytes, article.id);
}

async function addStory(
	shelf: Shelf,
	make: (id: ArticleId, slug: string) => Article,
	wantedSlug: string,
	bytesOf: (article: Article) => Uint8Array,
	id: ArticleId = ulid(shelf.now().getTime()),
): Promise<OpenedArticle> {
	await mustBeWritable(shelf.disk, shelf.folder());
	const claim = await claimSlug(shelf, id, wantedSlug);
	try {
		const article = make(id, claim.slug);
		const [year, month] = article.dates.created.split('-');
		const folder = `articles/${year}/${month}`;
		const path = `${folder}/${claim.slug}-${id.slice(-6).toLowerCase()}.json`;
		const bytes = bytesOf(article);
		await shelf.queues
			.run(id, async () => {
				const absolute = inNewsroom(shelf.folder().path, folder);
				await makeFoldersInside(shelf.disk, shelf.folder().path, absolute);
				await atomicCreate(shelf.disk, inNewsroom(shelf.folder().path, path), bytes);
			})
			.catch((error: unknown) => {
				throw diskFailure(error, 'make', `the story ${path}`);
			});
		const revision = revisionOf(bytes);
		shelf.keeper.made({ article, bytes, revision });
		shelve(shelf, article, path, revision);
		shelf.changed([id]);
		return { article, revision, path, readOnly: null };
	} finally {
		claim.release();
	}
}
