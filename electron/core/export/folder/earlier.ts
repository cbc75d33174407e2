import type { ArticleId } from '#shared/model/article.ts';
import type { PublishableArticle } from '#shared/model/publishable.ts';
import type { ExportFormat } from '../formats/format.ts';
import { hashOf } from '../pictures.ts';
import { emptyManifest, type Manifest, manifestFile, readManifest } from './manifest.ts';
import { readTargetFile, refuseStrangeFolders, type TargetFolder } from './target.ts';

/** What lies in the target before an export. */
export interface Earlier {
	/** The target's folder; null when there is none yet. */
	readonly folder: string | null;
	readonly format: ExportFormat;
	readonly manifest: Manifest;
	/** A file of the target; null when there is none. */
	read(path: string): Promise<Uint8Array | null>;
	/** A file of the target that is as an earlier export wrote it, byte for byte; else null. */
	intact(path: string): Promise<Uint8Array | null>;
	/** Begins to read files that will be asked for soon. */
	readAhead(paths: readonly string[]): void;
	/** A story as an earlier export wrote it; null when there is none, or it is no longer whole. */
	story(id: ArticleId): Promise<PublishableArticle | null>;
}

/** Reads what an earlier export left; a target that this one may not replace is a `FailureError`. */
export async function readEarlier(target: TargetFolder, isThere: boolean, format: ExportFormat): Promise<Earlier> {
	await refuseStrangeFolders(target);
	const folder = isThere ? target.path : null;
	const ahead = new Map<string, Promise<Uint8Array | null>>();
	const read = async (path: string) => {
		if (folder === null) return null;
		const begun = ahead.get(path);
		ahead.delete(path);
		return begun ?? readTargetFile(folder, path);
	};
	const manifest = readManifest(await read(manifestFile), format, target.path) ?? emptyManifest(format);
	return {
		folder,
		format,
		manifest,
		read,
		async intact(path) {
			const bytes = await read(path);
			return bytes !== null && Object.hasOwn(manifest.files, path) && hashOf(bytes) === manifest.files[path]
				? bytes
				: null;
		},
		readAhead(paths) {
			if (folder === null) return;
			for (const path of paths) {
				const reading = readTargetFile(folder, path);
				// What goes wrong is told to whoever asks for it.
				reading.catch(() => {});
				ahead.set(path, reading);
			}
		},
		async story(id) {
			const kept = Object.hasOwn(manifest.stories, id) ? manifest.stories[id] : undefined;
			const story = kept && (await format.readBack?.(kept.files, read));
			return story?.id === id ? story : null;
		},
	};
}
