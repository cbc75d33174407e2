import {
	documentEnding,
	largestDocument,
	notReadWords,
	tooLargeWords,
} from '#shared/document/reading/document-kinds.ts';
import { fail, type Result } from '#shared/failure.ts';
import { toBase64 } from './add-picture.ts';

/** Sends a document to be read; fails with a sentence when it is none, is too large, or cannot be read from the disk. */
export async function sendDocument<Value>(
	file: File,
	send: (given: { readonly name: string; readonly base64: string }) => Promise<Result<Value>>,
): Promise<Result<Value>> {
	if (documentEnding(file.name) === null) return fail('bad-input', notReadWords(file.name), file.name);
	if (file.size > largestDocument) return fail('too-large', tooLargeWords(file.name), file.name);
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return fail(
			'disk',
			`“${file.name}” cannot be read. See whether it is still there, and choose it again.`,
			file.name,
		);
	}
	return send({ name: file.name, base64: toBase64(bytes) });
}
