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

/** What is to be written as the manifest. */
export interface NewManifest {
	readonly files: ReadonlyMap<string, string>;
	readonly stories: ReadonlyMap<ArticleId, Manifest['stories'][string]>;
}

/** A manifest in pieces, its keys in order. */
export function* manifestPieces({ files, stories }: NewManifest): Generator<string> {
	yield `{\n  "$schema": ${JSON.stringify(noManifest.$schema)},\n  "files": `;
	yield* recordPieces(files);
	yield ',\n  "stories": ';
	yield* recordPieces(stories);
	yield '\n}\n';
}

/** An object two spaces deep, its keys in order. */
function* recordPieces(record: ReadonlyMap<string, unknown>): Generator<string> {
	let between = '{\n';
	for (const key of [...record.keys()].sort()) {
		const value = JSON.stringify(record.get(key), null, 2).replaceAll('\n', '\n    ');
		yield `${between}    ${JSON.stringify(key)}: ${value}`;
		between = ',\n';
	}
	yield record.size === 0 ? '{}' : '\n  }';
}
