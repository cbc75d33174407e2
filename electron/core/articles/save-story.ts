import type { SaveOutcome } from '#shared/contract/articles.ts';
import { type ReaderNote, withReaderNote } from '#shared/document/corrections/reader-note.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { FailureError } from '#shared/failure.ts';
import {
	type Article,
	type ArticleId,
	mostStatusChanges,
	type Revision,
	type StatusChange,
} from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { isPlaceholderSlug, slugify } from '#shared/text/slug.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import type { WriteReason } from '../history/revision-recorder.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { hasChanges } from './article-file.ts';
import { type BeforeWrite, tellBefore } from './live/both-files.ts';
import { liveOf, publishedFile, savedFile } from './live/next-file.ts';
import { type FileNow, noteRead, opened, readAndFollow, type StoryFile } from './open-story.ts';
import { claimSlug } from './state/claim-slug.ts';
import type { StoreState } from './state/store-state.ts';
import { saved, writeStory } from './write-story.ts';

/** What a save is to write, over which revision, and who hears of it before. */
interface WantedSave {
	readonly article: Article;
	readonly basedOn: Revision;
	readonly reason: WriteReason;
	readonly before: BeforeWrite | null;
}

/** Saves a story over the revision that it was based on. Durable once answered; see `SaveOutcome`. */
export function saveStory(
	state: StoreState,
	article: Article,
	basedOn: Revision,
	reason: WriteReason = 'auto',
	before: BeforeWrite | null = null,
): Promise<SaveOutcome> {
	const wanted: WantedSave = { article, basedOn, reason, before };
	return state.queues.run(article.id, async () => {
		const known = await knownStory(state, article.id, basedOn);
		const atOnce = known === null ? 'changed' : await saveOver(state, known, wanted);
		if (typeof atOnce !== 'string') return atOnce;

		await mustBeWritable(state.disk, state.folder());
		const file = await readAndFollow(state, article.id);
		if (file.kind !== 'article') return notSaved(state, file);
		const outcome = await saveOver(state, file, wanted);
		if (outcome === 'changed') return notSaved(state, await readAndFollow(state, article.id));
		if (outcome !== 'same') return outcome;
		const warning = reason === 'explicit' ? await state.recorder.note(file, 'explicit-save') : null;
		return saved(file, warning);
	});
}

/** Gives readers the changes of a published story, with what they are told of them. Durable once answered; see `SaveOutcome`. */
export function publishChanges(
	state: StoreState,
	id: ArticleId,
	basedOn: Revision,
	note: ReaderNote = { kind: 'fix' },
	before: BeforeWrite | null = null,
): Promise<SaveOutcome> {
	return state.queues.run(id, async () => {
		await mustBeWritable(state.disk, state.folder());
		const file = await readAndFollow(state, id);
		if (file.kind !== 'article' || file.revision !== basedOn) return notSaved(state, file);
		if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
		// Readers have it already, as when the answer to the first time was lost.
		if (!hasChanges(file)) return saved(file, null);
		const next = publishedFile(file, told(file.article, note, state.now()));
		if (before !== null) await tellBefore(state, file, next, before);
		const outcome = await writeStory(state, file, next, 'explicit');
		return outcome === 'changed' ? notSaved(state, await readAndFollow(state, id)) : outcome;
	});
}

function told(article: Article, note: ReaderNote, now: Date): Article {
	const next = withReaderNote(article, note, now.toISOString());
	if (next === article) return article;
	return { ...next, dates: { ...next.dates, updated: laterThan(article.dates.updated, now) } };
}

/**
 * A story's file at this revision as Galley last read or wrote it, without a look at what it holds now: replacing it takes
 * that look right before. Null when nothing is known, or the file is not in its place.
 */
async function knownStory(state: StoreState, id: ArticleId, revision: Revision): Promise<StoryFile | null> {
	const { path: newsroom, readOnly } = state.folder();
	const file = state.recorder.known(id, revision);
	const path = state.catalogue.get(id)?.path;
	if (readOnly !== null || file === null || path === undefined) return null;
	try {
		await refuseLinksOut(state.disk, newsroom, inNewsroom(newsroom, path));
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
	state: StoreState,
	file: StoryFile,
	save: WantedSave,
): Promise<SaveOutcome | 'same' | 'changed'> {
	const { article } = save;
	if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
	const wanted = await nextAddress(state, file, article);
	const claim =
		file.article.dates.published !== null && wanted.slug === file.article.slug
			? { slug: wanted.slug, release: () => {} }
			: await claimSlug(state, article.id, wanted.slug, file.article.slug);
	try {
		const formerSlugs = wanted.formerSlugs.filter((slug) => slug !== claim.slug);
		const next = keepWhatIsFixed(file.article, { ...article, slug: claim.slug, formerSlugs });
		if (isSameValue(next, file.article)) return 'same';
		return file.revision === save.basedOn ? await writeOver(state, file, next, save) : notSaved(state, file);
	} finally {
		claim.release();
	}
}

/**
 * The address that a story is to get. Readers may already have that of one that was once published, so it only changes where
 * the story keeps all that lead to it.
 */
async function nextAddress(
	state: StoreState,
	file: StoryFile,
	article: Article,
): Promise<Pick<Article, 'slug' | 'formerSlugs'>> {
	const { slug, formerSlugs, dates } = file.article;
	if (dates.published === null) return { slug: slugFor(article), formerSlugs };
	if (article.slug === slug && isSameValue(article.formerSlugs, formerSlugs)) return { slug, formerSlugs };
	const live = await liveOf(state, file);
	// One that was never published may go again.
	const known = live.kind === 'live' ? live.file.article : file.article;
	const leading = [known.slug, ...known.formerSlugs].filter((one) => one !== article.slug);
	const isKept = leading.every((one) => article.formerSlugs.includes(one));
	return isKept ? { slug: article.slug, formerSlugs: leading } : { slug, formerSlugs };
}

/** The slug that a story goes out with: a story that leaves the drafts gives up the one it got before it had a headline. */
function slugFor({ slug, status, headline }: Article): Slug {
	const isOutOfDrafts = status !== 'draft' && headline.trim() !== '';
	return isOutOfDrafts && isPlaceholderSlug(slug) ? slugify(headline) : slug;
}

/** What a save answers that wrote nothing, as the file is no longer what it was based on. */
function notSaved(state: StoreState, file: FileNow): SaveOutcome {
	switch (file.kind) {
		case 'article':
			noteRead(state, file);
			return { kind: 'conflict', theirs: opened(state, file) };
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
	state: StoreState,
	file: StoryFile,
	wanted: Article,
	{ reason, before }: WantedSave,
): Promise<SaveOutcome | 'changed'> {
	const now = state.now();
	const updated = laterThan(file.article.dates.updated, now);
	const isFirstPublished = wanted.status === 'published' && wanted.dates.published === null;
	const published = isFirstPublished ? now.toISOString() : wanted.dates.published;
	const withdrawal = withdrawalOf(file.article, wanted, updated);
	const next: Article = {
		...wanted,
		withdrawal,
		statusHistory: await statusHistoryOf(state, file.article, wanted, updated),
		dates: { ...wanted.dates, updated, published },
	};
	const written = await savedFile(state, file, next);
	if (before !== null) await tellBefore(state, file, written, before);
	return writeStory(state, file, written, reason);
}

/** The steps that a story has taken, with the one of this save. */
async function statusHistoryOf(
	{ who }: StoreState,
	{ status: before, statusHistory }: Article,
	{ status }: Article,
	date: string,
): Promise<StatusChange[]> {
	if (status === before) return statusHistory;
	return [...statusHistory, { status, date, who: await who() }].slice(-mostStatusChanges);
}

/** What a story says of its withdrawal: nothing unless it is withdrawn; when it is taken from readers at least the date. */
function withdrawalOf(before: Article, { status, withdrawal, dates }: Article, now: string): Article['withdrawal'] {
	if (status !== 'withdrawn') return null;
	const isUnstated = withdrawal === null && before.status !== 'withdrawn' && dates.published !== null;
	return isUnstated ? { kind: 'unstated', note: '', replacedBy: null, date: now } : withdrawal;
}

/** What a save cannot change: when the story was made, its way until now, and that it was once published. */
function keepWhatIsFixed(before: Article, next: Article): Article {
	const { created, updated, published } = before.dates;
	return {
		...next,
		statusHistory: before.statusHistory,
		dates: { ...next.dates, created, updated, published: next.dates.published ?? published },
	};
}

function laterThan(before: string, now: Date): string {
	const moment = now.toISOString();
	// Moments written alike stand in the order of their time.
	if (before.length === moment.length && before < moment) return moment;
	return new Date(Math.max(now.getTime(), Date.parse(before) + 1)).toISOString();
}
