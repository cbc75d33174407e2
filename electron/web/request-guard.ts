import type { IncomingMessage } from 'node:http';
import { keyHeader, pictureKeyParameter, socketKeyPrefix } from '#shared/contract/names.ts';
import type { Access } from './access.ts';

/** Why a request is refused; `status` is the HTTP status. */
export interface Refusal {
	readonly status: 400 | 401 | 403;
	readonly message: string;
}

/** Checks requests of one host at `127.0.0.1:port`. Each check answers null when the request may go on. */
export interface RequestGuard {
	/** For everything, before anything else: a header that comes twice could mean one thing here and another to somebody else. */
	checkHeaders(request: IncomingMessage): Refusal | null;
	/** For everything: the page itself holds no secret, so this is all that it needs. */
	checkHost(request: IncomingMessage): Refusal | null;
	/** For what changes or tells something: host, origin, and no other site behind it. */
	checkOrigin(request: IncomingMessage): Refusal | null;
	/** For what only the editor may do: all of that, the cookie, and the key in its header. */
	checkCaller(request: IncomingMessage): Refusal | null;
	/** For the event socket: like `checkCaller`, but a browser lets a page set no header there, so the key is a protocol. */
	checkSocket(request: IncomingMessage): Refusal | null;
	/** For the newsroom's images: a GET of our own page carries no `Origin` and no header of ours, so a key is in the address. */
	checkReader(request: IncomingMessage): Refusal | null;
}

/** Makes the guard of the host on this port. */
export function makeRequestGuard(port: number, access: Access): RequestGuard {
	const host = `127.0.0.1:${port}`;
	const origin = `http://${host}`;

	const checkHost = (request: IncomingMessage): Refusal | null => {
		// A page of another site whose name was pointed here (DNS rebinding) still sends that name.
		if (request.headers.host === host) return null;
		return refuse(403, `This host is only reached as ${host}.`);
	};

	const checkSite = (request: IncomingMessage, allowed: readonly string[]): Refusal | null => {
		// Older browsers do not send it; the origin and the cookie's SameSite say the same.
		const site = request.headers['sec-fetch-site'];
		if (site === undefined || (typeof site === 'string' && allowed.includes(site))) return null;
		return refuse(403, 'Another site may not ask this host.');
	};

	const checkOrigin = (request: IncomingMessage): Refusal | null =>
		checkHost(request) ??
		// Browsers send the origin with every POST and every WebSocket; without one it is no page of ours.
		(request.headers.origin === origin ? null : refuse(403, 'This origin may not ask this host.')) ??
		checkSite(request, ['same-origin']);

	const checkSecrets = (request: IncomingMessage, hasKey: boolean): Refusal | null =>
		access.isKnown(request) && hasKey ? null : refuse(401, 'Open the address that Galley printed when it started.');

	return {
		checkHeaders(request) {
			const twice = Object.entries(request.headersDistinct).find(([, values = []]) => values.length > 1);
			return twice === undefined ? null : refuse(400, `This request has the header “${twice[0]}” twice.`);
		},
		checkHost,
		checkOrigin,
		checkCaller: (request) =>
			checkOrigin(request) ??
			checkSecrets(request, access.hasKey('requests', request.headers[keyHeader.toLowerCase()])),
		checkSocket: (request) =>
			checkOrigin(request) ?? checkSecrets(request, access.hasKey('requests', socketKey(request))),
		checkReader(request) {
			const { origin: asker } = request.headers;
			const foreign = asker !== undefined && asker !== origin;
			return (
				checkHost(request) ??
				(foreign ? refuse(403, 'This origin may not ask this host.') : null) ??
				checkSite(request, ['same-origin', 'none']) ??
				checkSecrets(request, access.hasKey('pictures', pictureKey(request)))
			);
		},
	};
}

/** The key among the protocols that a socket offers. */
function socketKey({ headers }: IncomingMessage): string | null {
	const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
	return offered.find((protocol) => protocol.startsWith(socketKeyPrefix))?.slice(socketKeyPrefix.length) ?? null;
}

function pictureKey({ url = '' }: IncomingMessage): string | null {
	return new URLSearchParams(url.split('?', 2)[1] ?? '').get(pictureKeyParameter);
}

function refuse(status: Refusal['status'], message: string): Refusal {
	return { status, message };
}
