import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { monotonicFactory } from 'ulid';
import type { PlannedStory } from '#shared/contract/export.ts';
import type { PastRevision } from '#shared/contract/history.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Slug } from '#shared/model/category.ts';
import { type ArticleFile, letGoOf, readArticleFile } from '../article-file.ts';
import { diskFailure } from '../disk-failure.ts';
import { errorCode, type FileSystem } from '../file-system.ts';
import type { KeptStory } from '../history/pack-file.ts';
import type { KeptStories, PackWriter } from '../history/pack-writer.ts';
import { listedHeadline } from '../history/revision-record.ts';
import { createMediaStore } from '../media-store.ts';
import { mustBeThere, type NewsroomFolder } from '../newsroom-folder.ts';
import { inNewsroom, refuseLinksOut } from '../newsroom-path.ts';
import {
	hasErrors,
	isBlocked,
	lookAtLinkedPictures,
	plannedStory,
	slugTakenProblem,
	storyProblems,
	withdrawnProblem,
	withheldUntil,
} from './assess-story.ts';
import { type AskLinked, type FindLinked, linkedIds } from './find-linked.ts';
import { createGatheredText } from './gathered-text.ts';
import { indexDate, indexEntryText } from './index-file.ts';
import { createPictureShelf, hashOf } from './picture-shelf.ts';
import { articleFile, imagesOf, jsonText, publishableArticle } from './publishable-json.ts';
import { readTargetFile } from './target-folder.ts';
import type { FileToWrite, WriteFiles } from './write-files.ts';

/** What the making of stories takes; all of it can be sent to a thread. */
export interface MakerOptions {
	readonly folder: NewsroomFolder;
	/** The moment that embargoes are held against. */
	readonly now: Date;
	/** The folder that holds an earlier export; null when there is none. */
	readonly earlier: string | null;
}

/** A story that is to be made. */
export interface StoryToMake {
	readonly id: ArticleId;
	/** Where it lies, relative to the newsroom; null when that is nowhere. */
	readonly path: string | null;
	/** The slug that it is known by; with another one in its file nothing is made of it. */
	readonly slug: Slug | null;
	/** Whether another story of this export has the slug. */
	readonly isSlugTaken: boolean;
	/** The text of it that an export of many kept last; null when none did. */
	readonly kept: Revision | null;
}

/** What became of a story. */
export type MadeStory =
	/** Its file is gone or damaged. */
	| { readonly kind: 'missing'; readonly id: ArticleId }
	/** Its slug is another one by now. */
	| { readonly kind: 'renamed'; readonly id: ArticleId; readonly slug: Slug }
	/** Readers are not to get it. */
	| { readonly kind: 'withheld'; readonly id: ArticleId; readonly row: PlannedStory; readonly isWithdrawn: boolean }
	| {
			readonly kind: 'made';
			readonly id: ArticleId;
			readonly slug: Slug;
			/** As in the plan when nothing of it differs from the earlier export; null when this is no dry run. */
			readonly row: PlannedStory | null;
			/** SHA-256 of its file, in hex. */
			readonly hash: string;
			/** What lay there before; but for the `same`, the new one was written. */
			readonly before: 'nothing' | 'same' | 'other';
			/** Every image that it shows, with the SHA-256 of each. */
			readonly images: readonly { readonly path: MediaPath; readonly hash: string }[];
			/** The date that it is sorted by in `index.json`, in milliseconds. */
			readonly at: number;
			/** How many bytes its entry there takes. */
			readonly entryLength: number;
	  };

/** What became of some stories. */
export interface MadeStories {
	readonly stories: readonly MadeStory[];
	/** The entries of those that were made, one right behind the other. */
	readonly entries: Uint8Array<ArrayBuffer>;
}

/** Makes the files of stories. */
export interface StoryMaker {
	/** Makes these, in their order. */
	make(stories: readonly StoryToMake[]): Promise<MadeStories>;
	/** Ends the work, and answers what was kept of the stories whose files were written. */
	finish(): Promise<KeptStories>;
}

/** Where a maker puts things. */
export interface MakerOutput {
	readonly write: WriteFiles;
	/** Who exports, and where the stories are kept; null where they cannot be. */
	readonly keeping: { readonly author: string; readonly writer: PackWriter } | null;
}

/** Makes a maker; without an `output` it is a dry run. */
export function createStoryMaker(
	disk: FileSystem,
	output: MakerOutput | null,
	{ folder, now, earlier }: MakerOptions,
	linked: AskLinked,
): StoryMaker {
	const { newsroom, categories } = folder;
	const media = createMediaStore(
		disk,
		() => folder,
		() => now,
	);
	const pictures = createPictureShelf({ readMedia: async (path) => (await media.read(path))?.bytes ?? null });
	const context = { newsroom, categories, now };
	/** The files of the stories that are being made, and their entries, so that no room is made for each. */
	const texts = createGatheredText();
	const entries = createGatheredText();

	// Node keeps random numbers in store, which the library fetches one by one.
	const nextId = monotonicFactory(() => randomInt(2 ** 32) / 2 ** 32);
	const revisionNow = (article: Article, words: number, hash: Revision): PastRevision => {
		const at = new Date();
		return {
			id: nextId(at.getTime()),
			at: at.toISOString(),
			author: output?.keeping?.author ?? '',
			reason: 'export',
			status: article.status,
			headline: listedHeadline(article.headline),
			words,
			revision: hash,
		};
	};

	const readOne = async ({ id, path }: StoryToMake, insiders: Set<string>): Promise<ArticleFile | null> => {
		if (path === null) return null;
		const absolute = inNewsroom(folder.path, path);
		try {
			const file = readArticleFile(await readInside(disk, folder, absolute, insiders));
			return file.kind === 'article' && file.article.id === id ? file : null;
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw diskFailure(error, 'read', path);
			await mustBeThere(disk, folder);
			return null;
		}
	};

	const publish = async (
		{ article, bytes: text, revision: hash }: ArticleFile,
		kept: Revision | null,
		problems: PlannedStory['problems'],
		find: FindLinked,
		out: Out,
	): Promise<MadeStory> => {
		await lookAtLinkedPictures(article, now, pictures, find);
		const story = publishableArticle(article, { ...context, linked: find, facts: pictures.facts });
		const file = articleFile(story.slug);
		const bytes = texts.add(jsonText(story));
		const present = earlier === null ? null : await readTargetFile(earlier, file);
		const before = present === null ? 'nothing' : Buffer.compare(present, bytes) === 0 ? 'same' : 'other';
		if (before !== 'same') {
			out.files.push({ path: file, bytes });
			const revision = kept === hash ? null : revisionNow(article, story.wordCount, hash);
			if (revision !== null) out.stories.push({ article: article.id, revision, bytes: text });
		}
		return {
			kind: 'made',
			id: article.id,
			slug: story.slug,
			row: output === null ? plannedStory(article, 'unchanged', problems, null) : null,
			hash: hashOf(bytes),
			before,
			images: imagesOf(story).map((path) => ({ path, hash: pictures.facts(path)?.hash ?? '' })),
			at: indexDate(story),
			entryLength: entries.add(indexEntryText(story)).length,
		};
	};

	const makeOne = async (
		{ id, slug, isSlugTaken, kept }: StoryToMake,
		file: ArticleFile,
		find: FindLinked,
		out: Out,
	): Promise<MadeStory> => {
		const { article } = file;
		if (slug !== null && slug !== article.slug) return { kind: 'renamed', id, slug: article.slug };
		const isWithdrawn = article.status === 'withdrawn';
		const embargo = withheldUntil(article, now);
		const isFree = !isSlugTaken && !isWithdrawn && embargo === null;
		// Nobody is told of the warnings of a story that is exported.
		const isExported = isFree && output !== null && !(await hasErrors(article, context, pictures, find));
		const problems = isExported ? [] : await storyProblems(article, context, pictures, find);
		if (isSlugTaken) problems.unshift(slugTakenProblem);
		if (isWithdrawn) problems.unshift(withdrawnProblem);
		if (embargo === null && !isBlocked(problems)) return publish(file, kept, problems, find, out);
		const row = plannedStory(article, embargo === null ? 'blocked' : 'embargoed', problems, embargo);
		return { kind: 'withheld', id, row, isWithdrawn };
	};

	const makeAll = async (stories: readonly StoryToMake[]): Promise<MadeStories> => {
		const insiders = new Set<string>();
		const made: MadeStory[] = [];
		const out: Out = { files: [], stories: [] };
		texts.clear();
		entries.clear();
		// One after the other: what is made of many at a time is still there when the memory is tidied, which takes long then.
		for (const story of stories) {
			const file = await readOne(story, insiders);
			if (file === null) {
				made.push({ kind: 'missing', id: story.id });
				continue;
			}
			made.push(await makeOne(story, file, await linked(linkedIds(file.article)), out));
			letGoOf(file.article);
		}
		await output?.write(out.files);
		await output?.keeping?.writer.add(out.stories);
		return { stories: made, entries: entries.copy() };
	};

	let before: Promise<unknown> = Promise.resolve();
	return {
		make(stories) {
			const work = before.then(() => makeAll(stories));
			// What went wrong is told to whoever asked for it.
			before = work.catch(() => {});
			return work;
		},
		finish: async () => (await output?.keeping?.writer.finish()) ?? { packs: [], loose: [], problem: null },
	};
}

/** What is to be written of some stories. */
interface Out {
	readonly files: FileToWrite[];
	readonly stories: KeptStory[];
}

/** Reads a file to which no link leads from outside; `insiders` are folders that were just seen to lie inside. */
async function readInside(
	disk: FileSystem,
	{ path: newsroom }: NewsroomFolder,
	path: string,
	insiders: Set<string>,
): Promise<Uint8Array> {
	const parent = dirname(path);
	if (!insiders.has(parent)) await refuseLinksOut(disk, newsroom, parent);
	insiders.add(parent);
	try {
		return await disk.readUnlinked(path);
	} catch (error) {
		if (errorCode(error) !== 'ELOOP') throw error;
		await refuseLinksOut(disk, newsroom, path);
		return disk.readFile(path);
	}
}
