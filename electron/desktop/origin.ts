/** The scheme of the app's page; `app://galley` is the only origin that the desktop shows. */
export const appScheme = 'app';
export const appOrigin = 'app://galley';
/** The app's page. */
export const appAddress = `${appOrigin}/index.html`;

/** Whether a frame inside a window may show this address: the preview's page, which the app's page fills. */
export function isFramePage(address: string): boolean {
	return address === `${appOrigin}/preview.html`;
}

/** Whether the window itself may show this address: the app's page, with any query or fragment. */
export function isAppPage(address: string): boolean {
	const url = parse(address);
	return url?.protocol === 'app:' && url.host === 'galley' && (url.pathname === '/' || url.pathname === '/index.html');
}

/** Whether the session may load this address at all; everything else is remote, or a file, and refused. */
export function isOwnResource(address: string): boolean {
	const url = parse(address);
	if (url === null) return false;
	// `blob:app://galley/…` and `data:` are made by our own page; devtools: only answers to our own developer tools.
	if (url.protocol === 'blob:') return address.startsWith(`blob:${appOrigin}/`);
	if (url.protocol === 'data:' || url.protocol === 'devtools:') return true;
	return url.protocol === 'app:' && url.host === 'galley';
}

/** The address as it may be handed to the system's browser or mail program; null when it may not. */
export function outsideAddress(address: string): string | null {
	const url = parse(address);
	if (url === null || address.length > 2048) return null;
	if (url.protocol === 'mailto:') return url.href;
	// A name and password in an address are a trick to make it look like another one.
	const web = (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== '';
	return web && url.username === '' && url.password === '' ? url.href : null;
}

function parse(address: string): URL | null {
	return URL.canParse(address) ? new URL(address) : null;
}
