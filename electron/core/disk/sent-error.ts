import { type Failure, FailureError } from '#shared/failure.ts';
import { errorCode } from './file-system.ts';

/** An error on its way from one thread to another, which would lose what it is. */
export interface SentError {
	readonly failure: Failure | null;
	/** The system's code; null when it has none. */
	readonly code: string | null;
	readonly message: string;
}

/** Takes an error apart. */
export function sendError(error: unknown): SentError {
	const failure = error instanceof FailureError ? error.failure : null;
	return { failure, code: errorCode(error), message: error instanceof Error ? error.message : String(error) };
}

/** Puts an error together again: a `FailureError` where it was one. */
export function receiveError({ failure, code, message }: SentError): Error {
	if (failure !== null) return new FailureError(failure.code, failure.message, failure.about);
	return code === null ? new Error(message) : Object.assign(new Error(message), { code });
}
