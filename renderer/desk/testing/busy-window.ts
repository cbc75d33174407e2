import { vi } from 'vitest';

/** Makes this a window that is never at rest: what waits for that waits as long as it may. Ends with `vi.unstubAllGlobals`. */
export function beBusyWindow(): void {
	vi.stubGlobal('requestIdleCallback', (work: () => void, { timeout }: { timeout: number }) =>
		setTimeout(work, timeout),
	);
	vi.stubGlobal('cancelIdleCallback', (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer));
}
