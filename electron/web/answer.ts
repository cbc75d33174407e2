import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PageResponse, serveNewsroomFile } from '#core/host/page-files.ts';
import { maxBytesOf, parseRequest, tooLarge } from '#core/host/request-text.ts';
import { commonHeaders } from '#core/host/response-headers.ts';
import { findOperation } from '#shared/contract/index.ts';
import { newsroomHeader, newsroomUrlPrefix } from '#shared/contract/names.ts';
import { type FailureCode, fail, type Result } from '#shared/failure.ts';
import type { Access } from './access.ts';
import { type Body, readBody } from './read-body.ts';
import type { Refusal, RequestGuard } from './request-guard.ts';

/** The parts of the core that the web host serves. */
export interface ServedCore {
	request(name: unknown, input: unknown, bytes: number, newsroom: unknown): Promise<Result<unknown>>;
	readNewsroomFile(
		newsroom: string,
		relativePath: string,
	): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

/** What answering a request needs. */
export interface Site {
	readonly port: number;
	readonly access: Access;
	readonly guard: RequestGuard;
	readonly core: ServedCore;
	readonly pageFile: (pathname: string) => Promise<PageResponse>;
}

const sessionMaxBytes = 1024;

/** Answers one HTTP request: the page, the session, an operation, or an image of the newsroom. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
	// Only ever compared and looked up, so it stays as it was sent; `new URL` would tidy `..` away before the checks.
	const pathname = (request.url ?? '').split('?', 1)[0] ?? '';
	const apiPrefix = '/api/';
	const malformed = site.guard.checkHeaders(request);
	if (malformed !== null) return sendRefusal(response, malformed);
	if (request.method === 'POST') {
		if (pathname === '/session') return answerSession(site, request, response);
		if (pathname.startsWith(apiPrefix))
			return answerOperation(site, pathname.slice(apiPrefix.length), request, response);
	} else if (request.method === 'GET' || request.method === 'HEAD') {
		if (!pathname.startsWith(newsroomUrlPrefix)) return answerPage(site, pathname, request, response);
		const refusal = site.guard.checkReader(request);
		if (refusal !== null) return sendRefusal(response, refusal);
		const file = await serveNewsroomFile(site.core, pathname.slice(newsroomUrlPrefix.length));
		return sendPage(request, response, file);
	}
	const refusal = site.guard.checkHost(request);
	if (refusal !== null) return sendRefusal(response, refusal);
	sendFailure(response, 405, 'bad-input', 'This address does not answer that method.');
}

async function answerSession(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const refusal = site.guard.checkOrigin(request);
	if (refusal !== null) return sendRefusal(response, refusal);
	const body = await readBody(request, sessionMaxBytes);
	if (body.kind !== 'text') return sendBadBody(response, body, 'session');
	const parsed = parseRequest('session', body.text);
	const token = parsed.ok && parsed.value instanceof Object && 'token' in parsed.value ? parsed.value.token : null;
	if (!site.access.admits(token)) return sendRefusal(response, { status: 401, message: 'This token is not valid.' });
	response.setHeader('Set-Cookie', site.access.cookie);
	sendResult(response, 200, { ok: true, value: site.access.keys });
}

async function answerOperation(
	site: Site,
	name: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const refusal = site.guard.checkCaller(request);
	if (refusal !== null) return sendRefusal(response, refusal);
	if (findOperation(name) === null) return sendFailure(response, 404, 'bad-input', 'There is no such operation.');
	const body = await readBody(request, maxBytesOf(name));
	if (body.kind !== 'text') return sendBadBody(response, body, name);
	const input = parseRequest(name, body.text);
	if (!input.ok) return sendResult(response, 400, input);
	const newsroom = request.headers[newsroomHeader.toLowerCase()] ?? null;
	sendResult(response, 200, await site.core.request(name, input.value, body.bytes, newsroom));
}

async function answerPage(
	site: Site,
	pathname: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	// People type it; the fragment with the token survives a redirect in the browser.
	if (pathname === '/' && request.headers.host === `localhost:${site.port}`) {
		response.writeHead(308, { ...commonHeaders, Location: `http://127.0.0.1:${site.port}/`, 'Content-Length': 0 });
		response.end();
		return;
	}
	const refusal = site.guard.checkHost(request);
	if (refusal !== null) return sendRefusal(response, refusal);
	sendPage(request, response, await site.pageFile(pathname));
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: PageResponse): void {
	response.writeHead(page.status, { ...page.headers, 'Content-Length': page.body.byteLength });
	response.end(request.method === 'HEAD' ? undefined : page.body);
}

function sendBadBody(response: ServerResponse, body: Exclude<Body, { kind: 'text' }>, about: string): void {
	if (body.kind === 'too-large') sendResult(response, 413, tooLarge(about));
	else sendFailure(response, 415, 'bad-input', 'The body must be JSON in UTF-8, sent as application/json.');
}

function sendRefusal(response: ServerResponse, refusal: Refusal): void {
	response.setHeader('Connection', 'close');
	sendFailure(response, refusal.status, 'not-allowed', refusal.message);
}

function sendFailure(response: ServerResponse, status: number, code: FailureCode, message: string): void {
	sendResult(response, status, fail(code, message));
}

/** Sends a result as JSON. */
export function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
	// The core's `undefined` values mean absent, as in JSON.
	const body = Buffer.from(JSON.stringify(result));
	response.writeHead(status, {
		...commonHeaders,
		'Content-Type': 'application/json; charset=utf-8',
		'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
		'Cache-Control': 'no-store',
		'Content-Length': body.byteLength,
	});
	response.end(body);
}
