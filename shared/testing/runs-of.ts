import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		/** Whether the long tests run whole; `vite.config.ts` reads it from GALLEY_LONG. */
		isLong: boolean;
	}
}

/** How often a long test does what it does: a short slice in `npm test`, all of it in `npm run test:long`. */
export function runsOf({ short, long }: { readonly short: number; readonly long: number }): number {
	return inject('isLong') ? long : short;
}
