import { lookup as lookUp } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FailureError } from '#shared/failure.ts';
import { isPublicAddress } from './public-address.ts';

const mostRedirects = 5;
/** For the whole of it, in milliseconds. */
const longest = 30_000;

/** What is fetched, and what is said when that fails. */
export interface Wanted {
	readonly what: string;
	/** The kinds of content that are asked for. */
	readonly accept: string;
	/** In bytes. */
	readonly largest: number;
	/** What the editor can do instead. */
	readonly instead: string;
}

/**
 * Fetches something from the web because somebody asked for it. Only http and https, and only addresses of the open internet:
 * each name is looked up, also that of a redirect, and the connection goes to what was looked at. `mayReach` says which.
 */
export async function fetchWeb(
	url: string,
	wanted: Wanted,
	mayReach: (address: string) => boolean = isPublicAddress,
): Promise<Buffer> {
	const asked = { url, wanted };
	const signal = AbortSignal.timeout(longest);
	let address = url;
	for (let step = 0; step <= mostRedirects; step += 1) {
		const answer = await ask(address, asked, mayReach, signal);
		const { statusCode = 0, headers } = answer;
		if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
			answer.destroy();
			address = URL.canParse(headers.location, address) ? new URL(headers.location, address).href : '';
			continue;
		}
		if (statusCode !== 200) {
			answer.destroy();
			throw failed(asked, `the site answered ${statusCode}`);
		}
		return await wholeOf(answer, asked);
	}
	throw failed(asked, 'the site leads on without end');
}

interface Asked {
	readonly url: string;
	readonly wanted: Wanted;
}

function ask(
	address: string,
	asked: Asked,
	mayReach: (address: string) => boolean,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	if (!URL.canParse(address)) throw failed(asked, 'it leads to no address');
	const { protocol, hostname, username } = new URL(address);
	const host = hostname.replace(/^\[|\]$/g, '');
	// An address that is written out is not looked up.
	if (isIP(host) !== 0 && !mayReach(host)) throw closedAddress(asked);
	if (!/^https?:$/.test(protocol) || username !== '') throw failed(asked, 'it leads to no web address');
	const lookup: LookupFunction = (name, options, callback) => {
		lookUp(name, { ...options, all: true }, (error, found) => {
			if (error) callback(error, []);
			else if (found.length === 0 || !found.every((one) => mayReach(one.address))) callback(closedAddress(asked), []);
			else if (options.all) callback(null, found);
			else callback(null, found[0]?.address ?? '', found[0]?.family);
		});
	};
	const get = protocol === 'https:' ? getHttps : getHttp;
	const headers = { accept: asked.wanted.accept };
	return new Promise((resolve, reject) => {
		// No agent, so that nothing is kept open and no proxy of the environment is asked.
		const request = get(address, { agent: false, lookup, signal, headers }, resolve);
		request.on('error', (error) => reject(error instanceof FailureError ? error : failed(asked, reasonOf(error))));
	});
}

async function wholeOf(answer: IncomingMessage, asked: Asked): Promise<Buffer> {
	const parts: Buffer[] = [];
	let size = 0;
	try {
		for await (const part of answer) {
			size += part.length;
			const { url, wanted } = asked;
			if (size > wanted.largest)
				throw new FailureError(
					'too-large',
					`The ${wanted.what} at ${url} is larger than ${wanted.largest / 1024 ** 2} MB.`,
					url,
				);
			parts.push(part);
		}
	} catch (error) {
		throw error instanceof FailureError ? error : failed(asked, reasonOf(error));
	}
	return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
	const { name, code } = error as { readonly name?: string; readonly code?: string };
	if (name === 'AbortError' || name === 'TimeoutError') return 'it takes too long';
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its site cannot be found';
	return 'its site does not answer';
}

function failed({ url, wanted }: Asked, reason: string): FailureError {
	return new FailureError(
		'disconnected',
		`The ${wanted.what} at ${url} was not fetched, because ${reason}. ${wanted.instead}`,
		url,
	);
}

function closedAddress({ url, wanted }: Asked): FailureError {
	return new FailureError(
		'not-allowed',
		`The ${wanted.what} at ${url} was not fetched: it leads into a network that is not the open internet.`,
		url,
	);
}
