import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { socketProtocol } from '#shared/contract/names.ts';
import type { Refusal } from './request-guard.ts';

const pingEvery = 30_000;
/** A tab that takes in no more than this is gone or stuck; it asks for everything anew when it comes back. */
const maxWaitingBytes = 4 * 1024 * 1024;

/** Sends the core's events to every tab that may hear them. Nothing is ever received. */
export interface EventSocket {
	/** Answers an HTTP upgrade: opens a socket, or refuses. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	send(event: GalleyEvent): void;
	close(): void;
}

/** Makes the event socket; `check` decides who may open one. */
export function makeEventSocket(check: (request: IncomingMessage) => Refusal | null): EventSocket {
	const server = new WebSocketServer({
		noServer: true,
		maxPayload: 1024,
		perMessageDeflate: false,
		// Never the protocol that is the key, so that the key is in no answer.
		handleProtocols: (offered) => offered.has(socketProtocol) && socketProtocol,
	});
	const answering = new Set<WebSocket>();

	server.on('connection', (tab) => {
		answering.add(tab);
		tab.on('pong', () => answering.add(tab));
		// Requests go by HTTP, where they are checked one by one.
		tab.on('message', () => tab.close(1008, 'Nothing is received here.'));
		// A broken frame or connection ends this tab's socket only; `close` follows.
		tab.on('error', () => tab.terminate());
		tab.on('close', () => answering.delete(tab));
	});

	const timer = setInterval(() => {
		for (const tab of server.clients) {
			if (!answering.delete(tab)) tab.terminate();
			else tab.ping();
		}
	}, pingEvery);
	timer.unref();

	return {
		upgrade(request, socket, head) {
			const refusal = request.url === '/events' ? check(request) : { status: 403 as const, message: 'No such socket.' };
			// Without a listener an early disconnect would end the process.
			socket.on('error', () => socket.destroy());
			if (refusal !== null) {
				socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
				return;
			}
			server.handleUpgrade(request, socket, head, (tab) => server.emit('connection', tab, request));
		},
		send(event) {
			const text = JSON.stringify(event);
			for (const tab of server.clients) {
				if (tab.bufferedAmount > maxWaitingBytes) tab.terminate();
				else if (tab.readyState === tab.OPEN) tab.send(text);
			}
		},
		close() {
			clearInterval(timer);
			for (const tab of server.clients) tab.close(1001, 'Galley was closed.');
			server.close();
			// A tab that does not answer the goodbye must not keep Galley from closing.
			setTimeout(() => {
				for (const tab of server.clients) tab.terminate();
			}, 1000).unref();
		},
	};
}
