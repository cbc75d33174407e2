import { findOperation } from '#shared/contract/index.ts';
import { fail, type Result } from '#shared/failure.ts';

/** The limit of a request that names no operation: enough to say so. */
const unknownMaxBytes = 1024;

/** How many bytes of JSON a request to this operation may hold. */
export function maxBytesOf(name: string): number {
	return findOperation(name)?.maxBytes ?? unknownMaxBytes;
}

/** Parses a request's JSON text, which must be within the operation's limit before anything looks at it. */
export function parseRequest(name: string, json: string): Result<unknown> {
	if (Buffer.byteLength(json) > maxBytesOf(name)) return tooLarge(name);
	try {
		return { ok: true, value: JSON.parse(json) };
	} catch {
		return fail('bad-input', 'The request is not JSON.', name);
	}
}

/** The failure of a request over its operation's limit. */
export function tooLarge(name: string): { ok: false; failure: { code: 'too-large'; message: string; about?: string } } {
	const megabytes = Math.max(1, Math.round(maxBytesOf(name) / 1024 / 1024));
	return {
		ok: false,
		failure: { code: 'too-large', message: `This is too large: ${megabytes} MB is the most.`, about: name },
	};
}
