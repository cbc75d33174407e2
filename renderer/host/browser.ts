import type { SocketMaker } from './event-socket.ts';

/** The parts of a browser that the web host uses; tests give their own. */
export interface Browser {
	readonly location: { readonly origin: string; readonly pathname: string; readonly hash: string };
	readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
	readonly openSocket: SocketMaker;
	/** Replaces the address without a new entry in the history. */
	replaceUrl(path: string): void;
	/** Hears that only the fragment of the address was changed, as when an address is pasted over it. */
	onHashChange(listener: () => void): void;
	/** Where the keys of the session are kept for this origin: port and all, unlike a cookie. */
	readonly keys: {
		read(): string | null;
		write(text: string): void;
		/** Hears that another tab wrote them. */
		onChange(listener: () => void): void;
	};
}

const storageName = 'galley-session-keys';

/** The browser that this page is shown in. */
export function thisBrowser(): Browser {
	return {
		location: window.location,
		fetch: (path, init) => window.fetch(path, init),
		openSocket: (address, protocols) => new WebSocket(address, [...protocols]),
		replaceUrl: (path) => window.history.replaceState(window.history.state, '', path),
		onHashChange: (listener) => window.addEventListener('hashchange', listener),
		keys: {
			read: () => window.localStorage.getItem(storageName),
			write(text) {
				try {
					window.localStorage.setItem(storageName, text);
				} catch (error) {
					// The tab has them all the same; only a reload needs the printed address again.
					console.warn('The session cannot be kept for a reload.', error);
				}
			},
			onChange: (listener) =>
				window.addEventListener('storage', ({ key }) => {
					if (key === storageName) listener();
				}),
		},
	};
}
