import type { GalleyEvent } from '#shared/contract/index.ts';
import { newsroomHeader, pictureKeyParameter, socketKeyPrefix, socketProtocol } from '#shared/contract/names.ts';
import { fail, type Result } from '#shared/failure.ts';
import { type Browser, thisBrowser } from './browser.ts';
import { createHost } from './create-host.ts';
import { keepSocketOpen } from './event-socket.ts';
import type { Connection, Host } from './host.ts';
import { openWebSession, signedOutWords } from './web-session.ts';

/** The host of a browser tab: requests by HTTP, events by WebSocket. */
export function createWebHost(browser: Browser = thisBrowser()): Host {
	const session = openWebSession(browser, () => {
		// The host may have been started anew, with another newsroom or stories that others changed.
		tellAllNew();
		socket.tryNow();
	});

	const { host, emit, setConnection } = createHost({
		async request(name, newsroom, json): Promise<Result<unknown>> {
			const headers: Record<string, string> = newsroom === null ? {} : { [newsroomHeader]: newsroom };
			const response = await session.send(`/api/${name}`, json, headers);
			if (response === null) return fail('not-allowed', signedOutWords, name);
			// Every answer of the host's API is a result, also those with an error status.
			return (await response.json()) as Result<unknown>;
		},
		onCommand: () => undefined,
		pictureQuery: () => `?${pictureKeyParameter}=${session.pictureKey()}`,
	});

	const tellAllNew = () => {
		emit({ name: 'newsroom.changed', payload: {} });
		emit({ name: 'articles.changed', payload: { ids: [] } });
	};

	/** What is found out after the socket came back is out of date. */
	const isLostBy = (connection: Connection) => {
		if (host.connection() !== 'open') setConnection(connection);
	};

	/** A socket does not say why it was refused, so a request asks. */
	const findOutWhyLost = async () => {
		try {
			isLostBy((await session.send('/api/app.info', '{}')) === null ? 'signed-out' : 'lost');
		} catch {
			// Nobody answers.
			isLostBy('lost');
		}
	};

	const socket = keepSocketOpen({
		address: `${browser.location.origin.replace(/^http/, 'ws')}/events`,
		protocols: async () => {
			const keys = await session.keys();
			return keys === null ? null : [socketProtocol, socketKeyPrefix + keys.requests];
		},
		open: browser.openSocket,
		// The host sends JSON of its own events and nothing else.
		onMessage: (text) => emit(JSON.parse(text) as GalleyEvent),
		onOpen: () => setConnection('open'),
		onClose() {
			// A page that is signed out stays so, whether its host can be reached or not, until a request tells.
			if (host.connection() === 'open') setConnection('lost');
			void findOutWhyLost();
		},
		onReturn: tellAllNew,
	});

	return host;
}
