import type { Collision } from '#shared/document/merge/collision.ts';
import type { Failure } from '#shared/failure.ts';

/** What is true of a story's text at this moment; the status bar says it in words. */
export type SaveState =
	/** Everything typed is in the file. `at` is when it was last saved in this session, null when nothing had to be. */
	| { readonly kind: 'saved'; readonly at: Date | null }
	/** Changed, and waiting for the pause after the last change. */
	| { readonly kind: 'dirty' }
	| { readonly kind: 'saving' }
	/** The last save failed; it is tried again, and at the next change. */
	| { readonly kind: 'failed'; readonly failure: Failure }
	/** Two sides changed the same; nothing is written until somebody decides. */
	| { readonly kind: 'conflict'; readonly collisions: readonly Collision[] }
	| { readonly kind: 'gone'; readonly reason: string }
	| { readonly kind: 'readOnly'; readonly reason: string };
