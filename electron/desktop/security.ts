import { app, type Event, session, shell, type WebContents } from 'electron';
import type { Log } from './error-log.ts';
import { isAppPage, isFramePage, isOwnResource, outsideAddress } from './origin.ts';

/*
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), and where each point is met:
 *
 *  1 Only load secure content                 nothing remote is loaded: refuseRemoteContent below; app-protocol.ts
 *  2 No Node integration for remote content   window.ts, webPreferences.nodeIntegration
 *  3 Context isolation                        window.ts, webPreferences.contextIsolation
 *  4 Process sandboxing                       window.ts, webPreferences.sandbox
 *  5 Handle permission requests               denyPermissions below
 *  6 Keep webSecurity on                      window.ts, webPreferences.webSecurity
 *  7 Content Security Policy                  core/host/response-headers.ts, sent by app-protocol.ts with every answer
 *  8 No allowRunningInsecureContent           window.ts leaves it off
 *  9 No experimental features                 window.ts leaves them off
 * 10 No enableBlinkFeatures                   window.ts leaves it out
 * 11 No allowpopups for webviews              there is no webview: guardContents below
 * 12 Verify webview options                   attaching one is refused: guardContents below
 * 13 Limit navigation                         guardContents below
 * 14 Limit new windows                        guardContents below
 * 15 No openExternal with untrusted content   openOutside below, outsideAddress in origin.ts
 * 16 Current version of Electron              package.json pins it; renewed with every release
 * 17 Validate the sender of IPC messages      sender-check.ts, for every message
 * 18 No file: protocol                        app-protocol.ts; refuseRemoteContent refuses file: too
 * 19 Fuses                                    electron-builder.yml, electronFuses
 * 20 No Electron APIs for untrusted content   preload.ts exposes three functions, none of them Electron's
 */

/** How long after a click or key an opened link still counts as the editor's own wish. */
const gestureMs = 1000;

/** Refuses, for every window there will ever be, what Galley never needs. Must run before the app is ready. */
export function setUpSecurity(log: Log): void {
	// Galley works offline: no name is ever looked up, so spelling dictionaries, prefetching and the like fail at once.
	app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
	app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
	app.on('certificate-error', (event, _contents, url, _error, _certificate, callback) => {
		event.preventDefault();
		log(`The certificate of ${url} was refused.`);
		callback(false);
	});
	void app.whenReady().then(() => {
		denyPermissions(log);
		refuseRemoteContent(log);
	});
}

function denyPermissions(log: Log): void {
	const { defaultSession } = session;
	defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
		log(`The permission "${permission}" was refused.`);
		callback(false);
	});
	defaultSession.setPermissionCheckHandler(() => false);
	defaultSession.setDevicePermissionHandler(() => false);
	// Without streams, sharing the screen is refused.
	defaultSession.setDisplayMediaRequestHandler((_request, callback) => callback(null));
}

function refuseRemoteContent(log: Log): void {
	session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
		const cancel = !isOwnResource(details.url);
		if (cancel) log(`Loading ${details.url} was refused.`);
		callback({ cancel });
	});
	session.defaultSession.on('will-download', (event, item) => {
		event.preventDefault();
		log(`Downloading ${item.getURL()} was refused.`);
	});
}

function guardContents(contents: WebContents, log: Log): void {
	let lastGesture = 0;
	contents.on('input-event', (_event, input) => {
		if (input.type === 'mouseUp' || input.type === 'rawKeyDown' || input.type === 'keyDown') lastGesture = Date.now();
	});

	contents.setWindowOpenHandler(({ url }) => {
		// A script alone must not open pages outside, or it could send words of a story away in an address.
		const wished = Date.now() - lastGesture < gestureMs;
		lastGesture = 0;
		if (wished) openOutside(url, log);
		else log(`Opening a window at ${url} was refused.`);
		return { action: 'deny' };
	});

	const stay = (event: Event, address: string, allowed: boolean) => {
		if (allowed) return;
		event.preventDefault();
		log(`Going to ${address} was refused.`);
	};
	contents.on('will-navigate', (details) => stay(details, details.url, isAppPage(details.url)));
	contents.on('will-frame-navigate', (details) =>
		stay(details, details.url, details.isMainFrame ? isAppPage(details.url) : isFramePage(details.url)),
	);
	// Nothing that we serve redirects.
	contents.on('will-redirect', (details) => stay(details, details.url, false));
	contents.on('will-attach-webview', (event) => stay(event, 'a webview', false));
}

function openOutside(address: string, log: Log): void {
	const checked = outsideAddress(address);
	if (checked === null) {
		log(`Opening ${address} outside was refused.`);
		return;
	}
	shell.openExternal(checked).catch((error: unknown) => log(`${checked} could not be opened outside.`, error));
}
