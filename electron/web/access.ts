import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SessionKeys } from '#shared/contract/session.ts';

/**
 * Who may ask: whoever knows the token that was printed, and then whoever has both the cookie and the keys that it was
 * exchanged for. Browsers send the cookie to every server on this computer, whatever its port, so it opens nothing alone.
 */
export interface Access {
	/** 256 random bits, for the address that is printed; valid for as long as the host runs. */
	readonly token: string;
	/** Whether this is the token. */
	admits(token: unknown): boolean;
	/** The `Set-Cookie` value that a token is exchanged for. */
	readonly cookie: string;
	/** The keys that it is exchanged for beside the cookie; they are only ever sent to this origin. */
	readonly keys: SessionKeys;
	/** Whether a request carries that cookie. */
	isKnown(request: IncomingMessage): boolean;
	/** Whether this is the key of that kind. */
	hasKey(kind: keyof SessionKeys, given: unknown): boolean;
}

/** Makes the access of one host on one port; a restarted host makes a new one, and old cookies and keys end. */
export function makeAccess(port: number): Access {
	const token = randomSecret();
	const session = randomSecret();
	const keys: SessionKeys = { requests: randomSecret(), pictures: randomSecret() };
	// Browsers keep cookies by host without the port, so two hosts need two names.
	const name = `galley_${port}`;
	return {
		token,
		keys,
		admits: (given) => typeof given === 'string' && isSame(given, token),
		cookie: `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`,
		isKnown(request) {
			const value = cookieOf(request.headers.cookie ?? '', name);
			return value !== null && isSame(value, session);
		},
		hasKey: (kind, given) => typeof given === 'string' && isSame(given, keys[kind]),
	};
}

const randomSecret = () => randomBytes(32).toString('base64url');

/** Compares digests in constant time, so that neither the time nor the length tells anything. */
function isSame(given: string, secret: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(secret));
}

function cookieOf(header: string, name: string): string | null {
	for (const pair of header.split(';')) {
		const [key, ...value] = pair.split('=');
		if (key?.trim() === name) return value.join('=').trim();
	}
	return null;
}
