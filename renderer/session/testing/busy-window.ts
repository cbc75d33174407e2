import { vi } from 'vitest';

/**
 * Gives a session what Node 20 has none of: a window, and one that is never at rest, so that what waits for that waits as
 * long as it may. Ends with `vi.unstubAllGlobals`.
 */
export function beBusyWindow(): void {
	// The editor's keymap asks it for the platform.
	vi.stubGlobal('navigator', { platform: 'Linux', userAgent: '' });
	vi.stubGlobal('requestIdleCallback', (work: () => void, { timeout }: { timeout: number }) =>
		setTimeout(work, timeout),
	);
	vi.stubGlobal('cancelIdleCallback', (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer));
}
