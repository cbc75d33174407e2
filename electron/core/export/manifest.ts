import { z } from 'zod';
import { FailureError } from '#shared/failure.ts';
import { ArticleId } from '#shared/model/article.ts';

/** The file in the target that lists what Galley wrote there; nothing else is ever replaced or removed. */
export const manifestFile = '.galley-export.json';

// Paths come from a file that anybody may have changed, so only those that an export makes are taken.
const ExportedPath = z
	.string()
	.regex(
		/^(?:index\.json|categories\.json|articles\/[a-z0-9-]+\.json|media\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*)$/,
	);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.strictObject({
	$schema: z.literal('urn:galley:export-manifest:1'),
	/** SHA-256 by path, of every file but this one. */
	files: z.record(ExportedPath, Hash),
	/** Each story's file and the images that it shows. */
	stories: z.record(ArticleId, z.strictObject({ file: ExportedPath, media: z.array(ExportedPath) })),
});
/** What Galley wrote into a target. */
export type Manifest = z.infer<typeof Manifest>;

/** The manifest of a target that Galley never wrote to. */
export const noManifest: Manifest = { $schema: 'urn:galley:export-manifest:1', files: {}, stories: {} };

/** Reads a manifest; one that is damaged is a failure, since nobody can tell any more what Galley wrote. */
export function readManifest(bytes: Uint8Array | null, folder: string): Manifest {
	if (bytes === null) return noManifest;
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		value = null; // told below, in words for the editor
	}
	const parsed = Manifest.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new FailureError(
		'damaged',
		`${manifestFile} in ${folder} is damaged, so Galley cannot tell which files there are its own. Choose an empty folder, or bring back an earlier copy of that file.`,
		folder,
	);
}

/** A file that the manifest tells of. */
export interface WrittenFile {
	readonly path: string;
	/** SHA-256 in hex. */
	readonly hash: string;
}

/** A story that the manifest tells of. */
export interface WrittenStory extends Readonly<Manifest['stories'][string]> {
	readonly id: ArticleId;
}

/** The order of files in the manifest. */
export function compareFiles(a: WrittenFile, b: WrittenFile): number {
	return a.path < b.path ? -1 : 1;
}

/** The order of stories in the manifest. */
export function compareStories(a: WrittenStory, b: WrittenStory): number {
	return a.id < b.id ? -1 : 1;
}

/** A manifest in pieces, as `JSON.stringify` writes it with two spaces; files and stories are in their order. */
export function* manifestPieces(files: readonly WrittenFile[], stories: readonly WrittenStory[]): Generator<string> {
	yield `{\n  "$schema": ${JSON.stringify(noManifest.$schema)},\n  "files": `;
	yield* recordPieces(files, ({ path, hash }) => `${JSON.stringify(path)}: "${hash}"`);
	yield ',\n  "stories": ';
	yield* recordPieces(stories, ({ id, file, media }) => {
		const paths = media.map((path) => `\n        ${JSON.stringify(path)}`).join();
		const list = media.length === 0 ? '[]' : `[${paths}\n      ]`;
		return `"${id}": {\n      "file": ${JSON.stringify(file)},\n      "media": ${list}\n    }`;
	});
	yield '\n}\n';
}

/** An object two spaces deep. */
function* recordPieces<Entry>(entries: readonly Entry[], write: (entry: Entry) => string): Generator<string> {
	let between = '{\n    ';
	for (const entry of entries) {
		yield between + write(entry);
		between = ',\n    ';
	}
	yield entries.length === 0 ? '{}' : '\n  }';
}
