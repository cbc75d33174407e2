import type { GalleyBridge } from '#shared/contract/bridge.ts';
import { createDesktopHost } from './desktop-host.ts';
import type { Host } from './host.ts';
import { createWebHost } from './web-host.ts';

declare global {
	interface Window {
		/** Put there by the desktop's preload; absent in a browser. */
		readonly galley?: GalleyBridge;
	}
}

/** The host that serves this page. The only place that asks which one it is. */
export function chooseHost(): Host {
	return window.galley === undefined ? createWebHost() : createDesktopHost(window.galley);
}
