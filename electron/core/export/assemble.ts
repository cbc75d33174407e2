import { StoryFilter } from '#shared/contract/articles.ts';
import type { ExportScope, PlannedStory } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import { PublishableArticle, type PublishableImage, type PublishableIndexEntry } from '#shared/model/publishable.ts';
import { exportedStatuses } from '#shared/model/workflow.ts';
import {
	isBlocked,
	lookAtLinkedPictures,
	plannedStory,
	slugTakenProblem,
	storyProblems,
	withdrawnProblem,
	withheldUntil,
} from './assess-story.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import type { FindLinked } from './find-linked.ts';
import { type Manifest, manifestBytes, manifestFile } from './manifest.ts';
import { createPictureShelf, hashOf } from './picture-shelf.ts';
import {
	articleFile,
	indexEntry,
	jsonBytes,
	publishableArticle,
	publishableIndex,
	publishableTaxonomy,
} from './publishable-json.ts';
import { readStories } from './read-stories.ts';

/** What lies in the target before the export. */
export interface Earlier {
	readonly manifest: Manifest;
	/** A file of the target; null when there is none. */
	read(path: string): Promise<Uint8Array | null>;
}

/** Where an export puts its files; a dry run puts them nowhere. */
export interface Sink {
	/** A file that is new or has other bytes than the one in the target. */
	write(path: string, bytes: Uint8Array): Promise<void>;
	/** A file that stays as it is in the target. */
	keep(path: string): Promise<void>;
}

/** How an export tells how far it is, and hears that it is to stop. */
export interface ExportTools {
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** What an export comes to. */
export interface Assembly {
	readonly stories: readonly PlannedStory[];
	/** Files of stories that an earlier export wrote and that are no longer there. */
	readonly removed: readonly string[];
	/** How many images are written. */
	readonly media: number;
	/** Whether the target would be another one than it is. */
	readonly changed: boolean;
}

/** Makes every file of an export in turn; the same newsroom gives the same bytes. */
export async function assemble(
	source: ExportSource,
	scope: ExportScope,
	earlier: Earlier,
	sink: Sink,
	tools: ExportTools,
): Promise<Assembly> {
	const { newsroom, categories, now } = source;
	const pictures = createPictureShelf(source);
	const files: Record<string, string> = {};
	const stories: Record<ArticleId, { file: string; media: string[] }> = {};
	const entries: PublishableIndexEntry[] = [];
	const planned: PlannedStory[] = [];
	let media = 0;
	let changed = false;

	/** Puts a file where it belongs; whether it is another one than before. */
	const put = async (path: string, bytes: Uint8Array): Promise<boolean> => {
		const hash = hashOf(bytes);
		const before = await earlier.read(path);
		const same = before !== null && hashOf(before) === hash;
		const ours = path === manifestFile || Object.hasOwn(earlier.manifest.files, path);
		if (before !== null && !same && !ours) throw notOurs(path);
		if (path !== manifestFile) files[path] = hash;
		if (same) await sink.keep(path);
		else await sink.write(path, bytes);
		changed ||= !same;
		return !same;
	};
	const putMedia = async (path: MediaPath): Promise<boolean> => {
		if (Object.hasOwn(files, path)) return false;
		const bytes = await source.readMedia(path);
		if (bytes === null || hashOf(bytes) !== pictures.facts(path)?.hash) {
			throw new FailureError('disk', `The picture ${path} changed during the export. Export again.`, path);
		}
		const written = await put(path, bytes);
		if (written) media += 1;
		return written;
	};
	/** Keeps what an earlier export made of a story; false when that is gone or no longer whole. */
	const keepEarlier = async (id: ArticleId): Promise<boolean> => {
		const record = earlier.manifest.stories[id];
		if (!record || Object.hasOwn(files, record.file)) return false;
		const story = readStoryFile(await earlier.read(record.file));
		if (story === null || story.id !== id) return false;
		for (const path of [record.file, ...record.media]) {
			if (Object.hasOwn(files, path)) continue;
			const bytes = await earlier.read(path);
			if (bytes === null) continue;
			files[path] = hashOf(bytes);
			await sink.keep(path);
		}
		stories[id] = { file: record.file, media: [...record.media] };
		entries.push(indexEntry(story));
		return true;
	};

	const chosen = await choose(source, scope);
	const taken = new Set<string>();
	const later: ArticleId[] = [];
	let done = 0;
	for await (const { id, article, linked } of readStories(source, chosen)) {
		stopIfCancelled(tools.signal);
		tools.onProgress?.(done, chosen.length);
		done += 1;
		if (article === null) {
			if (scope.kind === 'one') throw goneStory(id);
			later.push(id);
			continue;
		}
		const problems = await storyProblems(article, source, pictures, linked);
		if (taken.has(article.slug)) problems.unshift(slugTakenProblem);
		if (article.status === 'withdrawn') problems.unshift(withdrawnProblem);
		const embargo = withheldUntil(article, source.now);
		if (embargo !== null) {
			planned.push(plannedStory(article, 'embargoed', problems, embargo));
			continue;
		}
		if (isBlocked(problems)) {
			planned.push(plannedStory(article, 'blocked', problems, null));
			// Readers keep the version that was good, unless the story was taken back.
			if (article.status !== 'withdrawn') later.push(id);
			continue;
		}
		taken.add(article.slug);
		planned.push(await putStory(article, problems, linked));
	}
	for (const id of later) await keepEarlier(id);
	const isChosen = new Set(chosen);
	for (const id of Object.keys(earlier.manifest.stories)) {
		if (!Object.hasOwn(stories, id) && staysUntouched(id, source, scope, isChosen)) await keepEarlier(id);
	}
	stopIfCancelled(tools.signal);
	await put('index.json', jsonBytes(publishableIndex(source.newsroom, entries)));
	await put('categories.json', jsonBytes(publishableTaxonomy(source.categories)));
	const removed = Object.values(earlier.manifest.stories)
		.map((record) => record.file)
		.filter((file) => !Object.hasOwn(files, file));
	await put(manifestFile, manifestBytes({ ...earlier.manifest, files: { ...files }, stories }));
	tools.onProgress?.(chosen.length, chosen.length);
	return { stories: planned, removed: removed.sort(), media, changed };

	async function putStory(
		article: Article,
		problems: PlannedStory['problems'],
		linked: FindLinked,
	): Promise<PlannedStory> {
		await lookAtLinkedPictures(article, source, pictures, linked);
		const story = publishableArticle(article, {
			newsroom,
			categories,
			now,
			linked,
			facts: (path) => pictures.facts(path),
		});
		const images = imagesOf(story);
		let differs = await put(articleFile(story.slug), jsonBytes(story));
		for (const path of images) differs = (await putMedia(path)) || differs;
		stories[story.id] = { file: articleFile(story.slug), media: images };
		entries.push(indexEntry(story));
		const isNew = !Object.hasOwn(earlier.manifest.stories, story.id);
		return plannedStory(article, isNew ? 'new' : differs ? 'changed' : 'unchanged', problems, null);
	}
}

/** The stories that an export is about, newest first. */
async function choose(source: ExportSource, scope: ExportScope): Promise<ArticleId[]> {
	switch (scope.kind) {
		case 'one':
			return [scope.id];
		case 'some':
			return (await source.stories(scope.selection)).map(({ id }) => id);
		case 'all': {
			const everything = await source.stories({ kind: 'filter', filter: StoryFilter.parse({}), except: [] });
			return everything.filter((story) => exportedStatuses.includes(story.status)).map(({ id }) => id);
		}
	}
}

/** Whether a story of an earlier export that this one does not make stays as it is. */
function staysUntouched(
	id: ArticleId,
	source: ExportSource,
	scope: ExportScope,
	chosen: ReadonlySet<ArticleId>,
): boolean {
	if (chosen.has(id)) return false;
	if (scope.kind !== 'all') return true;
	// The file of a story that is nowhere may be one of the damaged ones; that is no reason to take it from the readers.
	return source.damaged > 0 && !source.isKnown(id) && !source.isTrashed(id);
}

/** Every image file that a story shows. */
function imagesOf(story: PublishableArticle): MediaPath[] {
	const images: (PublishableImage | null)[] = [story.leadImage];
	for (const block of story.body) {
		if (block.type === 'image') images.push(block);
		if (block.type === 'gallery') images.push(...block.images);
	}
	for (const link of story.nextRead ? [...story.related, story.nextRead] : story.related) images.push(link.image);
	return [...new Set(images.flatMap((image) => (image ? [image.src] : [])))];
}

function readStoryFile(bytes: Uint8Array | null): PublishableArticle | null {
	if (bytes === null) return null;
	try {
		return PublishableArticle.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null;
	} catch {
		return null; // somebody edited it; then it is no story of ours any more
	}
}

function notOurs(path: string): FailureError {
	return new FailureError(
		'not-allowed',
		`The folder already holds ${path}, and Galley did not write it. Choose another folder, or move that file away.`,
		path,
	);
}

function goneStory(id: ArticleId): FailureError {
	return new FailureError('not-found', 'The story is gone or its file is damaged, so it cannot be exported.', id);
}
