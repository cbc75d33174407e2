/** Codes of failures that an operation can answer; each has one meaning in the whole product. */
export type FailureCode =
	| 'bad-input' // the request does not fit the contract
	| 'not-found' // nothing by that id, slug or path
	| 'not-allowed' // the token, origin or path is refused
	| 'exists' // a file of that name is there already, and was left
	| 'no-newsroom' // no newsroom is open
	| 'other-newsroom' // another newsroom is open than the one that the request is for
	| 'newsroom-unusable' // the folder is missing, not a folder, not readable, or holds no valid newsroom.json
	| 'newer-format' // written by a newer Galley; open for reading only
	| 'damaged' // a file that does not parse
	| 'disk' // the disk refused: full, read-only, no permission, gone
	| 'too-large'
	| 'cancelled'
	| 'disconnected' // the host does not answer
	| 'bug'; // an exception that nobody expected

/** What went wrong, in a sentence for an editor: it names the thing and the way out. */
export interface Failure {
	readonly code: FailureCode;
	readonly message: string;
	/** The file, field or operation that it is about, when there is one. */
	readonly about?: string | undefined;
}

/** The answer of every operation: the value, or why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as a successful result. */
export function ok<T>(value: T): Result<T> {
	return { ok: true, value };
}

/** Makes a failed result. */
export function fail(code: FailureCode, message: string, about?: string): { ok: false; failure: Failure } {
	return { ok: false, failure: about === undefined ? { code, message } : { code, message, about } };
}

/** Thrown inside the core to end an operation with a failure; dispatch turns it into a `Result`. */
export class FailureError extends Error {
	readonly failure: Failure;
	constructor(code: FailureCode, message: string, about?: string) {
		super(message);
		this.name = 'FailureError';
		this.failure = { code, message, about };
	}
}
