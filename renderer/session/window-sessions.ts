import type { SessionId } from '#shared/contract/session-id.ts';

const lockPrefix = 'galley-session:';
/** This window or tab. */
const windowName = crypto.randomUUID();
const openHere = new Set<SessionId>();
let opened = 0;

/**
 * Names one opening of a story in this window. The name is held as a Web Lock until it ends, so that other windows and
 * tabs see that its work is in somebody's hands; a window that dies lets go of it by itself.
 */
export function beginWindowSession(): { readonly session: SessionId; readonly end: () => void } {
	opened += 1;
	// Each opening has its own, so that a story closed without saving is not overwritten when it is opened again.
	const session = `${windowName}-${opened}`;
	openHere.add(session);
	let release = () => {};
	const ended = new Promise<void>((resolve) => {
		release = resolve;
	});
	if (hasLocks()) void navigator.locks.request(lockPrefix + session, () => ended);
	return {
		session,
		end: () => {
			openHere.delete(session);
			release();
		},
	};
}

/** The sessions that are open now, in this window and in others of the same origin. */
export async function openWindowSessions(): Promise<SessionId[]> {
	const sessions = new Set(openHere);
	if (hasLocks()) {
		const { held = [] } = await navigator.locks.query();
		for (const { name } of held) if (name?.startsWith(lockPrefix)) sessions.add(name.slice(lockPrefix.length));
	}
	return [...sessions].slice(0, 500);
}

/** Unit tests and pages without a secure origin have none. */
function hasLocks(): boolean {
	return typeof navigator !== 'undefined' && 'locks' in navigator;
}
