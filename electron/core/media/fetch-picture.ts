import { lookup as lookUp } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FailureError } from '#shared/failure.ts';
import { isPublicAddress } from './public-address.ts';

const largest = 25 * 1024 * 1024;
const mostRedirects = 5;
/** For the whole of a picture, in milliseconds. */
const longest = 30_000;

/**
 * Fetches a picture from the web because somebody asked for it. Only http and https, and only addresses of the open internet:
 * each name is looked up, also that of a redirect, and the connection goes to what was looked at. `mayReach` says which.
 */
export async function fetchPicture(
	url: string,
	mayReach: (address: string) => boolean = isPublicAddress,
): Promise<Buffer> {
	const signal = AbortSignal.timeout(longest);
	let address = url;
	for (let step = 0; step <= mostRedirects; step += 1) {
		const answer = await ask(address, url, mayReach, signal);
		const { statusCode = 0, headers } = answer;
		if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
			answer.destroy();
			address = URL.canParse(headers.location, address) ? new URL(headers.location, address).href : '';
			continue;
		}
		if (statusCode !== 200) {
			answer.destroy();
			throw failed(url, `the site answered ${statusCode}`);
		}
		return await wholeOf(answer, url);
	}
	throw failed(url, 'the site leads on without end');
}

function ask(
	address: string,
	url: string,
	mayReach: (address: string) => boolean,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	if (!URL.canParse(address)) throw failed(url, 'it leads to no address');
	const { protocol, hostname, username } = new URL(address);
	const host = hostname.replace(/^\[|\]$/g, '');
	// An address that is written out is not looked up.
	if (isIP(host) !== 0 && !mayReach(host)) throw closedAddress(url);
	if (!/^https?:$/.test(protocol) || username !== '') throw failed(url, 'it leads to no web address');
	const lookup: LookupFunction = (name, options, callback) => {
		lookUp(name, { ...options, all: true }, (error, found) => {
			if (error) callback(error, []);
			else if (found.length === 0 || !found.every((one) => mayReach(one.address))) callback(closedAddress(url), []);
			else if (options.all) callback(null, found);
			else callback(null, found[0]?.address ?? '', found[0]?.family);
		});
	};
	const get = protocol === 'https:' ? getHttps : getHttp;
	const headers = { accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml' };
	return new Promise((resolve, reject) => {
		// No agent, so that nothing is kept open and no proxy of the environment is asked.
		const request = get(address, { agent: false, lookup, signal, headers }, resolve);
		request.on('error', (error) => reject(error instanceof FailureError ? error : failed(url, reasonOf(error))));
	});
}

async function wholeOf(answer: IncomingMessage, url: string): Promise<Buffer> {
	const parts: Buffer[] = [];
	let size = 0;
	try {
		for await (const part of answer) {
			size += part.length;
			if (size > largest) throw new FailureError('too-large', `The picture at ${url} is larger than 25 MB.`, url);
			parts.push(part);
		}
	} catch (error) {
		throw error instanceof FailureError ? error : failed(url, reasonOf(error));
	}
	return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
	const { name, code } = error as { readonly name?: string; readonly code?: string };
	if (name === 'AbortError' || name === 'TimeoutError') return 'it takes too long';
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its site cannot be found';
	return 'its site does not answer';
}

function failed(url: string, reason: string): FailureError {
	return new FailureError(
		'disconnected',
		`The picture at ${url} was not fetched, because ${reason}. Save it from your browser, and drop the file here.`,
		url,
	);
}

function closedAddress(url: string): FailureError {
	return new FailureError(
		'not-allowed',
		`The picture at ${url} was not fetched: it leads into a network that is not the open internet.`,
		url,
	);
}
