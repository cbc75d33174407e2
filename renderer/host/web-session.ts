import { keyHeader } from '#shared/contract/names.ts';
import { SessionKeys } from '#shared/contract/session.ts';
import type { Browser } from './browser.ts';

/** What a page says that its host does not know, or not any more. */
export const signedOutWords =
	'This window is not signed in to Galley. Open the address that Galley printed when it was started last.';

/** A tab's right to ask its host. What asks throws when the host does not answer. */
export interface WebSession {
	/** What the host gave last, to this tab or to another of its origin; null before. */
	keys(): Promise<SessionKeys | null>;
	/** The key of pictures among them, as far as it is known now. */
	pictureKey(): string;
	/** Sends JSON with the cookie and the key; null when the host does not know them. */
	send(path: string, json: string, headers?: Readonly<Record<string, string>>): Promise<Response | null>;
}

/**
 * Opens the session of a tab. The token of the address is exchanged for the cookie and the keys, and leaves the address.
 * The keys are kept for this origin, so a reload and other tabs need no token. A token that comes later, and keys that
 * another tab got, sign this one in again; `signedIn` hears that it is worth to ask again.
 */
export function openWebSession(browser: Browser, signedIn: () => void): WebSession {
	let keys = parseKeys(browser.keys.read());
	let token = takeToken(browser);
	let exchanging: Promise<void> | null = null;

	/** Exchanges the token, when there is one; one that nobody answered is tried again the next time. */
	const open = async () => {
		if (token === null) return;
		exchanging ??= exchange(token);
		const begun = exchanging;
		try {
			await begun;
		} finally {
			if (exchanging === begun) exchanging = null;
		}
	};

	async function exchange(given: string): Promise<void> {
		const response = await post(browser, '/session', JSON.stringify({ token: given }), {});
		const answer: unknown = response.ok ? await response.json() : null;
		const taken = answer instanceof Object && 'value' in answer ? SessionKeys.safeParse(answer.value) : null;
		// A token of an earlier start is refused, and does no harm to a tab that is signed in.
		if (taken?.success) {
			keys = taken.data;
			browser.keys.write(JSON.stringify(taken.data));
		}
		if (token === given) token = null;
	}

	/** Takes over what another tab got; whether that is new. */
	const takeStored = () => {
		const stored = parseKeys(browser.keys.read());
		if (stored === null || stored.requests === keys?.requests) return false;
		keys = stored;
		return true;
	};

	browser.onHashChange(() => {
		const given = takeToken(browser);
		if (given === null) return;
		token = given;
		exchanging = null;
		// Nobody answers yet: the next request tries again.
		void open().then(signedIn, signedIn);
	});
	browser.keys.onChange(() => {
		if (takeStored()) signedIn();
	});

	const session: WebSession = {
		async keys() {
			await open();
			return keys;
		},
		pictureKey: () => keys?.pictures ?? '',
		async send(path, json, headers = {}) {
			await open();
			const used = keys;
			const response =
				used === null ? null : await post(browser, path, json, { ...headers, [keyHeader]: used.requests });
			if (response !== null && response.status !== 401) return response;
			takeStored();
			return keys === used ? null : session.send(path, json, headers);
		},
	};
	return session;
}

/** The token in the address, which leaves it at once, so that it is in no screenshot, bookmark or history. */
function takeToken({ location, replaceUrl }: Browser): string | null {
	const token = new URLSearchParams(location.hash.replace(/^#/, '')).get('token');
	if (token !== null) replaceUrl(location.pathname);
	return token;
}

function parseKeys(text: string | null): SessionKeys | null {
	if (text === null) return null;
	try {
		return SessionKeys.parse(JSON.parse(text));
	} catch {
		// Of another version of Galley on this port; the address that is printed gives new ones.
		return null;
	}
}

function post(
	browser: Browser,
	path: string,
	json: string,
	headers: Readonly<Record<string, string>>,
): Promise<Response> {
	return browser.fetch(path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', ...headers },
		body: json,
		credentials: 'same-origin',
		cache: 'no-store',
		redirect: 'error',
	});
}
