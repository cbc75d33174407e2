import { z } from 'zod';
import { FailureError } from '#shared/failure.ts';

/** The file in a backup that says what else is in it. */
export const manifestName = 'galley-backup.json';
/** A manifest of a million files fits. */
export const largestManifest = 256 * 1024 * 1024;

const urn = 'urn:galley:backup:';
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const ManifestFile = z.object({ path: z.string().min(1), size: z.int().min(0), sha256: Sha256 });
/** One file of a backup: its size in bytes and the SHA-256 of what it holds. */
export type ManifestFile = z.infer<typeof ManifestFile>;

const Manifest = z.object({
	$schema: z.literal(`${urn}1`),
	/** The version of Galley that wrote it. */
	galley: z.string(),
	/** The newsroom's name. */
	newsroom: z.string(),
	created: z.iso.datetime(),
	files: z.array(ManifestFile),
	/** Folders with nothing in them. */
	folders: z.array(z.string().min(1)),
	/** What the newsroom's folder held beside. */
	leftOut: z.array(z.object({ path: z.string(), why: z.enum(['link', 'name', 'size', 'special', 'unreadable']) })),
});
/** What a backup holds. */
export type Manifest = z.infer<typeof Manifest>;

/** A manifest as bytes. */
export function manifestBytes(manifest: Omit<Manifest, '$schema'>): Uint8Array {
	const whole: Manifest = { $schema: `${urn}1`, ...manifest };
	return Buffer.from(`${JSON.stringify(whole, null, '\t')}\n`, 'utf8');
}

/** Reads a manifest; one that is not of a backup is a `FailureError`. */
export function readManifest(bytes: Uint8Array, backup: string): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		throw new FailureError(
			'damaged',
			`${manifestName} in ${backup} is damaged, so nothing was restored.`,
			manifestName,
		);
	}
	const version = Number(z.object({ $schema: z.string() }).safeParse(value).data?.$schema.slice(urn.length));
	if (Number.isInteger(version) && version > 1) {
		throw new FailureError('newer-format', `A newer Galley made ${backup}. Update Galley to restore it.`, backup);
	}
	const manifest = Manifest.safeParse(value);
	if (manifest.success) return manifest.data;
	throw new FailureError(
		'damaged',
		`${manifestName} in ${backup} is not the list that Galley writes, so nothing was restored.`,
		manifestName,
	);
}

/** How a backup's comment begins; the SHA-256 of every byte before it follows, and ends the file. */
export const sealOpening = 'galley-backup sha256 ';
/** Letters of the hash at the end of a backup. */
export const sealLength = 64;
