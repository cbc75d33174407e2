import { FailureError } from '#shared/failure.ts';

/** What long work tells, and how it is stopped. */
export interface WorkTools {
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** Throws when somebody asked to stop. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new FailureError('cancelled', 'It was cancelled; nothing was changed.');
}
