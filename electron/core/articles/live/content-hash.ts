import { hash } from 'node:crypto';
import { z } from 'zod';
import { withoutInner } from '#shared/document/inner-fields.ts';

/** Tells one version that readers get from another: a SHA-256 in hex, see `contentHash`. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be a SHA-256 in hex' });
export type ContentHash = z.infer<typeof ContentHash>;

/**
 * The hash of a story's JSON without what says nothing of its content: the format, what the newsroom alone reads, the moment
 * of the last save and this hash itself. The keys of the file count, known or not, so that a later Galley finds the same hash.
 */
export function contentHash(json: Readonly<Record<string, unknown>>): ContentHash {
	const { $schema: _schema, live: _live, dates, ...others } = json;
	const content = withoutInner(others);
	const { updated: _updated, ...fixed } = Object(dates);
	return hash('sha256', JSON.stringify([content, fixed]), 'hex');
}
