import { notReadWords, tooLargeWords } from '#shared/document/reading/document-kinds.ts';
import { FailureError } from '#shared/failure.ts';

/** A file that is not what its name says, or not whole. */
export function damagedDocument(name: string): FailureError {
	return new FailureError(
		'damaged',
		`“${name}” is damaged or is no document of its kind. Open it in the program that it comes from, save it anew, and choose that file.`,
		name,
	);
}

/** A file that only opens with a password. */
export function protectedDocument(name: string): FailureError {
	return new FailureError(
		'not-allowed',
		`“${name}” is protected by a password. Save it without one, and choose that file.`,
		name,
	);
}

/** A file that is too large, or unpacks to more than a document has. */
export function tooLargeDocument(name: string): FailureError {
	return new FailureError('too-large', tooLargeWords(name), name);
}

/** A file of a kind that Galley does not read. */
export function unknownDocument(name: string): FailureError {
	return new FailureError('bad-input', notReadWords(name), name);
}
