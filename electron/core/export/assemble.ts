import { createHash } from 'node:crypto';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { ExportScope, PlannedStory } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import { PublishableArticle } from '#shared/model/publishable.ts';
import { exportedStatuses } from '#shared/model/status.ts';
import type { KeptStories, PackPlace } from '../history/pack-writer.ts';
import { utf8Bytes } from '../parsed-file.ts';
import { eachStory } from './each-story.ts';
import { createRecord } from './export-record.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import { hashing, lookOver, type Pieces } from './in-slices.ts';
import { indexDate, indexEntryText, indexPieces } from './index-file.ts';
import { type Manifest, manifestFile, manifestPieces } from './manifest.ts';
import { hashOf } from './picture-shelf.ts';
import { articleFile, jsonText, publishableTaxonomy } from './publishable-json.ts';

/** What lies in the target before the export. */
export interface Earlier {
	/** The target's folder; null when there is none yet. */
	readonly folder: string | null;
	readonly manifest: Manifest;
	/** A file of the target; null when there is none. */
	read(path: string): Promise<Uint8Array | null>;
}

/** Where stories are kept, and what was kept of each. */
export interface Keeping {
	readonly place: PackPlace;
	newest(id: ArticleId): Revision | null;
}

/** Where an export puts its files; a dry run puts them nowhere. */
export interface Sink {
	/** The folder that is filled; null for a dry run. */
	readonly folder: string | null;
	/** Where the stories are kept; null where they are not. */
	readonly keeping: Keeping | null;
	/** A file that is new or has other bytes than the one in the target. */
	write(path: string, pieces: Pieces): Promise<void>;
	/** Hears of such a file that was put into the folder already. */
	written(path: string): void;
	/** A file that stays as it is in the target. */
	keep(path: string): Promise<void>;
	/** Hears that nearly all files are written. */
	settle(): void;
}

/** How an export tells how far it is, and hears that it is to stop. */
export interface ExportTools {
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** What an export comes to. */
export interface Assembly {
	/** What becomes of each story; when this is no dry run, of those only that are not exported. */
	readonly stories: readonly PlannedStory[];
	/** How many stories have a new or changed file, or an image that is. */
	readonly written: number;
	readonly unchanged: number;
	/** Files of stories that an earlier export wrote and that are no longer there. */
	readonly removed: readonly string[];
	/** How many images are written. */
	readonly media: number;
	/** Whether the target would be another one than it is. */
	readonly changed: boolean;
	/** What the makers kept of the stories whose files they wrote. */
	readonly kept: readonly KeptStories[];
}

/** Makes every file of an export in turn; the same newsroom gives the same bytes. */
export async function assemble(
	source: ExportSource,
	scope: ExportScope,
	earlier: Earlier,
	sink: Sink,
	tools: ExportTools,
): Promise<Assembly> {
	const record = createRecord();
	let media = 0;
	let changed = false;
	let written = 0;
	let unchanged = 0;

	const place = async (path: string, hash: string, before: 'nothing' | 'same' | 'other'): Promise<boolean> => {
		const isOurs = path === manifestFile || Object.hasOwn(earlier.manifest.files, path);
		if (before === 'other' && !isOurs) throw notOurs(path);
		if (path !== manifestFile) record.addFile(path, hash);
		if (before === 'same') await sink.keep(path);
		changed ||= before !== 'same';
		return before !== 'same';
	};
	/** Puts a file where it belongs; whether it is another one than before. */
	const put = async (path: string, pieces: () => Pieces): Promise<boolean> => {
		const present = await earlier.read(path);
		if (present === null && sink.folder !== null) {
			// There is nothing to compare with, so that its pieces are made once.
			const hash = createHash('sha256');
			await sink.write(path, hashing(pieces(), hash));
			return place(path, hash.digest('hex'), 'nothing');
		}
		const { hash, before } = await lookOver(pieces(), present);
		const differs = await place(path, hash, before);
		if (differs) await sink.write(path, pieces());
		return differs;
	};
	const putMedia = async ({ path, hash }: { path: string; hash: string }): Promise<boolean> => {
		const known = record.hashOf(path);
		const bytes = known === null ? await source.readMedia(path) : null;
		if ((known ?? (bytes && hashOf(bytes))) !== hash) {
			throw new FailureError('disk', `The picture ${path} changed during the export. Export again.`, path);
		}
		if (bytes === null || !(await put(path, () => [bytes]))) return false;
		media += 1;
		return true;
	};
	/** Keeps what an earlier export made of a story; false when that is gone or no longer whole. */
	const keepEarlier = async (id: ArticleId): Promise<boolean> => {
		const kept = earlier.manifest.stories[id];
		if (!kept || record.hashOf(kept.file) !== null) return false;
		const story = readStoryFile(await earlier.read(kept.file));
		if (story === null || story.id !== id) return false;
		for (const path of [kept.file, ...kept.media]) {
			if (record.hashOf(path) !== null) continue;
			const bytes = await earlier.read(path);
			if (bytes === null) continue;
			record.addFile(path, hashOf(bytes));
			await sink.keep(path);
		}
		const bytes = utf8Bytes(indexEntryText(story));
		const line = { id, at: indexDate(story), bytes, from: 0, length: bytes.length };
		record.addStory({ id, file: kept.file, media: [...kept.media] }, line);
		return true;
	};

	const chosen = await choose(source, scope);
	const { rows, later, kept } = await eachStory(source, chosen, earlier, sink, tools, async (made, line) => {
		const { id, row } = made;
		const file = articleFile(made.slug);
		let differs = await place(file, made.hash, made.before);
		if (differs && sink.folder !== null) sink.written(file);
		for (const image of made.images) differs = (await putMedia(image)) || differs;
		record.addStory({ id, file, media: made.images.map(({ path }) => path) }, line);
		const isNew = !Object.hasOwn(earlier.manifest.stories, id);
		if (isNew || differs) written += 1;
		else unchanged += 1;
		// Nobody asks for a hundred thousand rows of what went well.
		return row && { ...row, outcome: isNew ? 'new' : differs ? 'changed' : 'unchanged' };
	});
	if (scope.kind === 'one' && rows.length === 0 && !record.hasStories()) throw goneStory(scope.id);
	for (const id of later) await keepEarlier(id);
	const isChosen = new Set(chosen);
	for (const id of Object.keys(earlier.manifest.stories)) {
		if (!record.hasStory(id) && staysUntouched(id, source, scope, isChosen)) await keepEarlier(id);
	}
	stopIfCancelled(tools.signal);
	sink.settle();
	const lines = await record.lines();
	await put('index.json', () => indexPieces(source.folder.newsroom, lines));
	await put('categories.json', () => [jsonText(publishableTaxonomy(source.folder.categories))]);
	const removed = Object.values(earlier.manifest.stories)
		.map(({ file }) => file)
		.filter((file) => record.hashOf(file) === null);
	const { files, stories } = await record.manifest();
	await put(manifestFile, () => manifestPieces(files, stories));
	tools.onProgress?.(chosen.length, chosen.length);
	return { stories: rows, written, unchanged, removed: removed.sort(), media, changed, kept };
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
