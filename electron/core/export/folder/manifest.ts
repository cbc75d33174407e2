import { z } from 'zod';
import { FailureError } from '#shared/failure.ts';
import { ArticleId } from '#shared/model/article.ts';
import { Slug } from '#shared/model/category.ts';
import type { ExportFormat } from '../formats/format.ts';
import { exportFormats } from '../formats/index.ts';
import { hashOf } from '../pictures.ts';
import { readTargetFile } from './target.ts';

/** The file in the target that lists what Galley wrote there; nothing else is ever replaced or removed. */
export const manifestFile = '.galley-export.json';

// Paths come from a file that anybody may have changed, so none of them may lead out of the folder or to a hidden file.
const ExportedPath = z.string().regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the files of a story were made of, as far as it is its own. */
const Origin = z.strictObject({
	/** Of its file. */
	revision: Hash,
	slug: Slug,
	/** Whether there were warnings about it; what they said may be of stories that no reader must hear of. */
	isWarned: z.boolean(),
	/** The stories that it links to, all of which were in that export; null where it has to be judged each time. */
	links: z.array(ArticleId).nullable(),
});
export type Origin = z.infer<typeof Origin>;

const Manifest = z.strictObject({
	$schema: z.literal('urn:galley:export-manifest:3'),
	format: z.string(),
	/** What all files were made of besides stories and pictures, see `siteOf`. */
	site: z.string(),
	/** SHA-256 by path, of every file but this one. */
	files: z.record(ExportedPath, Hash),
	/**
	 * Each story's SHA-256 as publishable JSON, its own files, and the images that it shows. `from` is null where its files
	 * may no longer be what they were made from.
	 */
	stories: z.record(
		ArticleId,
		z.strictObject({
			hash: Hash,
			files: z.array(ExportedPath),
			media: z.array(ExportedPath),
			from: Origin.nullable(),
		}),
	),
});
/** What Galley wrote into a target. */
export type Manifest = z.infer<typeof Manifest>;

/** The manifest of a target that Galley never wrote to. */
export function emptyManifest({ name }: ExportFormat): Manifest {
	return { $schema: 'urn:galley:export-manifest:3', format: name, site: '', files: {}, stories: {} };
}

/**
 * Reads a manifest. One that is damaged is a failure, since nobody can tell any more what Galley wrote; and so is one of
 * another format than `wanted`, unless that is null.
 */
export function readManifest(bytes: Uint8Array | null, wanted: ExportFormat | null, folder: string): Manifest | null {
	if (bytes === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		value = null; // told below, in words for the editor
	}
	const { data: manifest } = Manifest.safeParse(value);
	const format = exportFormats.find(({ name }) => name === manifest?.format);
	const isOwn = (path: string) => isMedia(path) || format?.owns(path);
	if (manifest === undefined || format === undefined || !Object.keys(manifest.files).every(isOwn)) {
		throw new FailureError(
			'damaged',
			`${manifestFile} in ${folder} is damaged, so Galley cannot tell which files there are its own. Choose an empty folder, or bring back an earlier copy of that file.`,
			folder,
		);
	}
	if (wanted === null || wanted === format) return manifest;
	throw new FailureError(
		'not-allowed',
		`${folder} holds an export as ${format.label}. Choose another folder for ${wanted.label}, so that neither replaces the other.`,
		folder,
	);
}

/** Whether a path of an export is that of an image. */
function isMedia(path: string): boolean {
	return path.startsWith('media/');
}

/**
 * Tells whether a file of a target is what an earlier export wrote there, so that it may be removed: a manifest may be
 * forged, and a listed file may have been replaced since by somebody's own.
 */
export async function isOwnFile(folder: string, manifest: Manifest, path: string): Promise<boolean> {
	const hash = Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
	if (hash === undefined) return false;
	const bytes = await readTargetFile(folder, path);
	if (bytes === null || hashOf(bytes) === hash) return true;
	const format = exportFormats.find(({ name }) => name === manifest.format);
	return !isMedia(path) && format !== undefined && format.recognises(path, bytes);
}

/** A manifest as it is written, in one order whatever order its entries came in. */
export function manifestText({ files, stories, ...head }: Manifest): string {
	return `${JSON.stringify({ ...head, files: sorted(files), stories: sorted(stories) }, null, 2)}\n`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
