import { z } from 'zod';

const Key = z.string().regex(/^[\w-]{43}$/);

/**
 * What the web host gives a page in exchange for the token, beside the cookie. A browser sends cookies to every port of
 * this computer, but only pages of the host's own origin can keep and send these.
 */
export const SessionKeys = z.strictObject({
	/** For requests and the event socket. */
	requests: Key,
	/** For the addresses of pictures, which are seen in more places than a header is. */
	pictures: Key,
});
export type SessionKeys = z.infer<typeof SessionKeys>;
