import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may ask: whoever knows the token that was printed, and then whoever has the cookie it was exchanged for. */
export interface Access {
	/** 256 random bits, for the address that is printed; valid for as long as the host runs. */
	readonly token: string;
	/** Whether this is the token. */
	admits(token: unknown): boolean;
	/** The `Set-Cookie` value that a token is exchanged for. */
	readonly cookie: string;
	/** Whether a request carries that cookie. */
	isKnown(request: IncomingMessage): boolean;
}

/** Makes the access of one host on one port; a restarted host makes a new one, and old cookies end. */
export function makeAccess(port: number): Access {
	const token = randomSecret();
	const session = randomSecret();
	// Browsers keep cookies by host without the port, so two hosts need two names.
	const name = `galley_${port}`;
	return {
		token,
		admits: (given) => typeof given === 'string' && isSame(given, token),
		cookie: `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`,
		isKnown(request) {
			const value = cookieOf(request.headers.cookie ?? '', name);
			return value !== null && isSame(value, session);
		},
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
