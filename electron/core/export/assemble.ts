import { StoryFilter } from '#shared/contract/articles.ts';
import type { ExportScope, PlannedStory } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { PublishableArticle } from '#shared/model/publishable.ts';
import { exportedStatuses } from '#shared/model/workflow.ts';
import type { KeptStories, PackPlace } from '../history/pack-writer.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import { encodeInSlices, hashInSlices } from './in-slices.ts';
import { type IndexLine, indexLine, indexPieces } from './index-file.ts';
import { hireMakers, makeStories } from './make-stories.ts';
import { type Manifest, manifestFile, manifestPieces } from './manifest.ts';
import { hashOf } from './picture-shelf.ts';
import { jsonBytes, publishableTaxonomy } from './publishable-json.ts';
import type { MadeStory, StoryToMake } from './story-maker.ts';

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
	write(path: string, bytes: Uint8Array): Promise<void>;
	/** Hears of such a file that was put into the folder already. */
	written(path: string): void;
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
	const files = new Map<string, string>();
	const stories = new Map<ArticleId, { file: string; media: string[] }>();
	const lines: IndexLine[] = [];
	let media = 0;
	let changed = false;
	let written = 0;
	let unchanged = 0;

	const place = async (path: string, hash: string, before: 'nothing' | 'same' | 'other'): Promise<boolean> => {
		const isOurs = path === manifestFile || Object.hasOwn(earlier.manifest.files, path);
		if (before === 'other' && !isOurs) throw notOurs(path);
		if (path !== manifestFile) files.set(path, hash);
		if (before === 'same') await sink.keep(path);
		changed ||= before !== 'same';
		return before !== 'same';
	};
	/** Puts a file where it belongs; whether it is another one than before. */
	const put = async (path: string, bytes: Uint8Array): Promise<boolean> => {
		const present = await earlier.read(path);
		const before = present === null ? 'nothing' : Buffer.compare(present, bytes) === 0 ? 'same' : 'other';
		const differs = await place(path, await hashInSlices(bytes), before);
		if (differs) await sink.write(path, bytes);
		return differs;
	};
	const putMedia = async ({ path, hash }: { path: string; hash: string }): Promise<boolean> => {
		const known = files.get(path);
		const bytes = known === undefined ? await source.readMedia(path) : null;
		if ((known ?? (bytes && hashOf(bytes))) !== hash) {
			throw new FailureError('disk', `The picture ${path} changed during the export. Export again.`, path);
		}
		if (bytes === null || !(await put(path, bytes))) return false;
		media += 1;
		return true;
	};
	/** Keeps what an earlier export made of a story; false when that is gone or no longer whole. */
	const keepEarlier = async (id: ArticleId): Promise<boolean> => {
		const record = earlier.manifest.stories[id];
		if (!record || files.has(record.file)) return false;
		const story = readStoryFile(await earlier.read(record.file));
		if (story === null || story.id !== id) return false;
		for (const path of [record.file, ...record.media]) {
			if (files.has(path)) continue;
			const bytes = await earlier.read(path);
			if (bytes === null) continue;
			files.set(path, hashOf(bytes));
			await sink.keep(path);
		}
		stories.set(id, { file: record.file, media: [...record.media] });
		lines.push(indexLine(story));
		return true;
	};

	const chosen = await choose(source, scope);
	const { rows, later, kept } = await eachStory(source, chosen, earlier, sink, tools, async (made) => {
		let differs = await place(made.file, made.hash, made.before);
		if (differs && sink.folder !== null) sink.written(made.file);
		for (const image of made.images) differs = (await putMedia(image)) || differs;
		stories.set(made.id, { file: made.file, media: made.images.map(({ path }) => path) });
		lines.push(made.line);
		const isNew = !Object.hasOwn(earlier.manifest.stories, made.id);
		if (isNew || differs) written += 1;
		else unchanged += 1;
		// Nobody asks for a hundred thousand rows of what went well.
		if (sink.folder !== null) return null;
		return { ...made.row, outcome: isNew ? 'new' : differs ? 'changed' : 'unchanged' };
	});
	if (scope.kind === 'one' && rows.length === 0 && stories.size === 0) throw goneStory(scope.id);
	for (const id of later) await keepEarlier(id);
	const isChosen = new Set(chosen);
	for (const id of Object.keys(earlier.manifest.stories)) {
		if (!stories.has(id) && staysUntouched(id, source, scope, isChosen)) await keepEarlier(id);
	}
	stopIfCancelled(tools.signal);
	await put('index.json', await encodeInSlices(indexPieces(source.folder.newsroom, lines)));
	await put('categories.json', jsonBytes(publishableTaxonomy(source.folder.categories)));
	const removed = Object.values(earlier.manifest.stories)
		.map((record) => record.file)
		.filter((file) => !files.has(file));
	await put(manifestFile, await encodeInSlices(manifestPieces({ files, stories })));
	tools.onProgress?.(chosen.length, chosen.length);
	return { stories: rows, written, unchanged, removed: removed.sort(), media, changed, kept };
}

type Published = Extract<MadeStory, { readonly kind: 'made' }>;

/** Has each story made, and answers what becomes of them and which keep what an earlier export made of them. */
async function eachStory(
	source: ExportSource,
	chosen: readonly ArticleId[],
	earlier: Earlier,
	sink: Sink,
	tools: ExportTools,
	take: (made: Published) => Promise<PlannedStory | null>,
): Promise<{ rows: PlannedStory[]; later: ArticleId[]; kept: KeptStories[] }> {
	const rows = new Map<ArticleId, PlannedStory>();
	const taken = new Set<Slug>();
	const later: ArticleId[] = [];
	/** Those that share a slug, of which the first that is good gets it. */
	const twins: StoryToMake[] = [];
	let done = 0;

	const asked = async (id: ArticleId, slug: Slug | null): Promise<StoryToMake> => {
		return { id, path: await source.place(id), slug, isSlugTaken: false, kept: sink.keeping?.newest(id) ?? null };
	};

	const receive = async (made: MadeStory): Promise<void> => {
		switch (made.kind) {
			case 'missing':
				later.push(made.id);
				break;
			case 'renamed':
				twins.push(await asked(made.id, made.slug));
				return;
			case 'withheld':
				rows.set(made.id, made.row);
				// Readers keep the version that was good, unless the story was taken back.
				if (made.row.outcome === 'blocked' && !made.isWithdrawn) later.push(made.id);
				break;
			case 'made': {
				taken.add(made.row.slug);
				const row = await take(made);
				if (row !== null) rows.set(made.id, row);
				break;
			}
		}
		done += 1;
		tools.onProgress?.(done, chosen.length);
	};

	const slugs = new Set<Slug>();
	const first: StoryToMake[] = [];
	for (const id of chosen) {
		const slug = source.slugOf(id);
		const story = await asked(id, slug);
		if (slug !== null && slugs.has(slug)) twins.push(story);
		else first.push(story);
		if (slug !== null) slugs.add(slug);
	}
	const places = { earlier: earlier.folder, next: sink.folder, place: sink.keeping?.place ?? null };
	const crew = await hireMakers(source, places, chosen.length);
	try {
		tools.onProgress?.(0, chosen.length);
		for await (const made of makeStories(crew, first, tools.signal)) await receive(made);
		for (let twin = twins.shift(); twin !== undefined; twin = twins.shift()) {
			const isSlugTaken = twin.slug !== null && taken.has(twin.slug);
			for await (const made of makeStories(crew, [{ ...twin, isSlugTaken }], tools.signal)) await receive(made);
		}
		const kept = await Promise.all(crew.makers.map((maker) => maker.finish()));
		return { rows: chosen.flatMap((id) => rows.get(id) ?? []), later, kept };
	} finally {
		await crew.close();
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
