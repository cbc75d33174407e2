import type { GalleyEvent, OperationName } from '#shared/contract/index.ts';
import { fail, type Result } from '#shared/failure.ts';
import { createHost } from './create-host.ts';
import { keepSocketOpen, type SocketMaker } from './event-socket.ts';
import type { Host } from './host.ts';

/** The parts of a browser that the web host uses; tests give their own. */
export interface Browser {
	readonly location: { readonly origin: string; readonly pathname: string; readonly hash: string };
	readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
	readonly openSocket: SocketMaker;
	/** Replaces the address without a new entry in the history. */
	replaceUrl(path: string): void;
}

const staleAddress =
	'This address of Galley is no longer valid. Open the one that Galley printed when it was started last.';

/**
 * The host of a browser tab: requests by HTTP, events by WebSocket. The token of the address is exchanged for a cookie
 * and removed from the address, so a reload works by the cookie alone.
 */
export function createWebHost(browser: Browser = thisBrowser()): Host {
	const session = openSession(browser);

	const { host, emit, setConnected } = createHost({
		async request(name, json) {
			const opened = await session;
			if (!opened.ok) return opened;
			return await post(browser, name, json);
		},
		onCommand: () => undefined,
	});

	void session.then((opened) => {
		if (!opened.ok) {
			setConnected(false);
			return;
		}
		keepSocketOpen({
			address: `${browser.location.origin.replace(/^http/, 'ws')}/events`,
			open: browser.openSocket,
			// The host sends JSON of its own events and nothing else.
			onMessage: (text) => emit(JSON.parse(text) as GalleyEvent),
			onConnection: setConnected,
			onReturn() {
				emit({ name: 'newsroom.changed', payload: {} });
				emit({ name: 'articles.changed', payload: { ids: [] } });
			},
		});
	});

	return host;
}

/** Exchanges the token in the address, when there is one, for the session's cookie. Never throws. */
async function openSession(browser: Browser): Promise<Result<null>> {
	const token = new URLSearchParams(browser.location.hash.replace(/^#/, '')).get('token');
	if (token === null) return { ok: true, value: null };
	// At once, so that the token is in no screenshot, bookmark or history.
	browser.replaceUrl(browser.location.pathname);
	try {
		const response = await send(browser, '/session', JSON.stringify({ token }));
		return response.ok ? { ok: true, value: null } : fail('not-allowed', staleAddress);
	} catch {
		return fail('disconnected', 'Galley does not answer. Is it still running?');
	}
}

async function post(browser: Browser, name: OperationName, json: string): Promise<Result<unknown>> {
	const response = await send(browser, `/api/${name}`, json);
	if (response.status === 401) return fail('not-allowed', staleAddress, name);
	// Every answer of the host's API is a result, also those with an error status.
	return (await response.json()) as Result<unknown>;
}

function send(browser: Browser, path: string, json: string): Promise<Response> {
	return browser.fetch(path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: json,
		credentials: 'same-origin',
		cache: 'no-store',
		redirect: 'error',
	});
}

function thisBrowser(): Browser {
	return {
		location: window.location,
		fetch: (path, init) => window.fetch(path, init),
		openSocket: (address) => new WebSocket(address),
		replaceUrl: (path) => window.history.replaceState(window.history.state, '', path),
	};
}
