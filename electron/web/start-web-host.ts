import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servePageFiles } from '#core/host/page-files.ts';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { type Failure, FailureError } from '#shared/failure.ts';
import { makeAccess } from './access.ts';
import { answer, type ServedCore, type Site, sendResult } from './answer.ts';
import { makeEventSocket } from './event-socket.ts';
import { makeRequestGuard } from './request-guard.ts';

/** What the web host serves and where. */
export interface WebHostOptions {
	readonly core: ServedCore & { subscribe(listener: (event: GalleyEvent) => void): () => void };
	/** The folder of the built renderer. */
	readonly renderer: string;
	/** 0 for any free port. */
	readonly port: number;
	readonly log: (message: string, error?: unknown) => void;
}

/** Enough to know what was asked for. */
const longestLoggedAddress = 200;
const bug: Failure = { code: 'bug', message: 'Galley failed to answer.' };

/** A running web host. */
export interface WebHost {
	readonly port: number;
	/** The address to open, with the token in its fragment. */
	readonly address: string;
	/** Stops answering; resolves when every request that had begun is answered. */
	close(): Promise<void>;
}

/** Serves the core and the renderer on this computer only. Rejects when the port is taken or the renderer is not built. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
	const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 120_000, headersTimeout: 20_000 });
	// Only this computer can connect; not 0.0.0.0, not the local network.
	await listen(server, options.port);
	const { port } = server.address() as AddressInfo;

	const access = makeAccess(port);
	const guard = makeRequestGuard(port, access);
	const site: Site = { port, access, guard, core: options.core, pageFile: pageFilesOf(options.renderer, server, port) };
	const events = makeEventSocket((request) => guard.checkHeaders(request) ?? guard.checkSocket(request));

	let closing = false;
	server.on('request', (request, response) => {
		// A tab that asks again and again over one connection would keep a closed host running.
		if (closing) response.shouldKeepAlive = false;
		response.once('close', () => {
			if (closing) server.closeIdleConnections();
		});
		answer(site, request, response).catch((error) => {
			// A tab that was closed in the middle of its request is nobody's fault.
			if (request.destroyed && !request.complete) return;
			const failure = error instanceof FailureError ? error.failure : null;
			// The query of a picture's address holds its key.
			const address = (request.url ?? '').split('?', 1)[0]?.slice(0, longestLoggedAddress);
			options.log(
				`${request.method} ${address} failed: ${failure?.message ?? ''}`,
				failure === null ? error : undefined,
			);
			if (response.headersSent) response.destroy();
			else sendResult(response, 500, { ok: false, failure: failure ?? bug });
		});
	});
	server.on('upgrade', (request, socket, head) => events.upgrade(request, socket, head));
	server.on('clientError', (_error, socket) => socket.destroy());
	const unsubscribe = options.core.subscribe((event) => events.send(event));

	return {
		port,
		address: `http://127.0.0.1:${port}/#token=${access.token}`,
		async close() {
			closing = true;
			unsubscribe();
			events.close();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
			});
		},
	};
}

/** The files of the page; without a page the server ends, so that the host does too. */
function pageFilesOf(renderer: string, server: Server, port: number): Site['pageFile'] {
	try {
		return servePageFiles(renderer, `ws://127.0.0.1:${port}`);
	} catch (error) {
		server.close();
		throw error;
	}
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host: '127.0.0.1', port }, () => {
			server.off('error', reject);
			resolve();
		});
	});
}
