import { dirname } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { type ArticleFile, readArticleFile } from '../articles/article-file.ts';
import { readFoundFile } from '../articles/article-scan.ts';
import { livePath, readLive } from '../articles/live/live-version.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import type { ChangedStories, ExportedStory, ExportSource, StoryFile } from '../export/export-source.ts';
import { revisionOf } from '../json/parsed-file.ts';
import { mustBeThere } from '../newsroom/newsroom-folder.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';

/** The open newsroom as an export reads it; its files must be known, see `whole`. */
export function exportSourceOf(newsroom: OpenNewsroom): ExportSource {
	const { folder, articles, media, now } = newsroom;
	return {
		folder: folder(),
		now: now(),
		damaged: articles.damaged.size,
		stories: (selection) => articles.wholeAnswer((index) => index.select(selection)),
		changed: () => changedStories(newsroom),
		read: storyReader(newsroom),
		async linked(ids) {
			if (ids.length === 0) return new Map();
			return new Map((await articles.wholeAnswer((index) => index.linked(ids))).map((story) => [story.id, story]));
		},
		revisionOf: (id) => articles.catalogue.get(id)?.revision ?? null,
		isTrashed: (id) => articles.trashed.has(id),
		atAddress: (slug) => articles.catalogue.atAddress(slug),
		readMedia: async (mediaPath) => (await media.read(mediaPath))?.bytes ?? null,
		keepExported: folder().readOnly === null ? (stories) => keepExported(newsroom, stories) : null,
	};
}

/** Reads the files of stories; what is wrong with one alone is answered, a newsroom that is gone is a failure. */
function storyReader(newsroom: OpenNewsroom): ExportSource['read'] {
	const { disk, folder, articles } = newsroom;
	/** Folders that were seen to lie inside the newsroom. */
	const inside = new Set<string>();
	const readInside = async (path: string): Promise<Uint8Array> => {
		const root = folder().path;
		const absolute = inNewsroom(root, path);
		const parent = dirname(absolute);
		if (!inside.has(parent)) await refuseLinksOut(disk, root, parent);
		inside.add(parent);
		try {
			return await disk.readUnlinked(absolute);
		} catch (error) {
			if (errorCode(error) !== 'ELOOP') throw error;
			await refuseLinksOut(disk, root, absolute);
			return disk.readFile(absolute);
		}
	};
	const readAt = async (path: string, id: ArticleId): Promise<StoryFile> => {
		try {
			const file = readArticleFile(await readInside(path));
			if (file.kind === 'damaged') return { kind: 'unusable', reason: `${path} is damaged. ${file.reason}` };
			return file.article.id === id ? await forReaders(newsroom, { ...file, path }) : { kind: 'gone' };
		} catch (error) {
			await mustBeThere(disk, folder());
			const code = errorCode(error);
			if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'gone' };
			const failure = diskFailure(error, 'read', path);
			if (!(failure instanceof FailureError)) throw failure;
			return { kind: 'unusable', reason: failure.failure.message };
		}
	};
	return async (id, seenAt) => {
		const path = await articles.pathOf(id);
		const file: StoryFile = path === null ? { kind: 'gone' } : await readAt(path, id);
		return file.kind === 'gone' && seenAt !== undefined && seenAt !== path ? readAt(seenAt, id) : file;
	};
}

/** A story as readers are to have it: its live version, where its file holds changes that are not for them yet. */
async function forReaders(
	{ disk, folder, history }: OpenNewsroom,
	file: ArticleFile & { path: string },
): Promise<StoryFile> {
	const live = await readLive({ disk, history, newsroom: folder().path }, file);
	switch (live.kind) {
		case 'working-copy':
			return storyFile(file, file.path, false);
		case 'live':
			return storyFile(live.file, live.isKept ? livePath(file.path) : file.path, true);
		case 'unusable':
			return { kind: 'unusable', reason: live.reason };
	}
}

function storyFile({ article, revision, bytes }: ArticleFile, path: string, hasHeldBack: boolean): StoryFile {
	return { kind: 'article', article, path, revision, size: bytes.length, hasHeldBack };
}

/** Stories whose files are other than the index has them, or gone. */
async function changedStories(newsroom: OpenNewsroom): Promise<ChangedStories> {
	const { disk, folder, articles } = newsroom;
	const changed = new Map<ArticleId, StoryFile | null>();
	const readFound = (path: string) => readFoundFile(disk, folder().path, path);
	for (const path of await articles.wholeAnswer((index) => index.outdated())) {
		const known = articles.catalogue.at(path);
		if (known !== null && !changed.has(known.id)) changed.set(known.id, null);
		const file = await readFound(path);
		// One that is damaged or gone is found so when it is read.
		if (file?.kind !== 'article') continue;
		const { id } = file.article;
		const place = articles.catalogue.get(id)?.path ?? path;
		// A second file of a story counts only once the first is gone.
		if (place !== path && (await readFound(place)) !== null) continue;
		changed.set(id, await forReaders(newsroom, { ...file, path }));
	}
	return changed;
}

/** Keeps in their histories that these stories were exported. It costs no export: what goes wrong is logged. */
async function keepExported(
	{ disk, folder, history, log }: OpenNewsroom,
	stories: readonly ExportedStory[],
): Promise<void> {
	const read = async ({ path, revision, ...listed }: ExportedStory) => {
		const bytes = await disk.readUnlinked(inNewsroom(folder().path, path));
		// One that changed in the moment since was saved or kept by whoever changed it.
		return revisionOf(bytes) === revision ? { ...listed, revision, bytes } : null;
	};
	function* reading() {
		for (const story of stories) yield read(story);
	}
	try {
		await history.keepExported(reading());
	} catch (error) {
		log('what was exported could not be kept in the histories', error);
	}
}
