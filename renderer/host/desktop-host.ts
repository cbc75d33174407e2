import type { GalleyBridge } from '#shared/contract/bridge.ts';
import { createHost } from './create-host.ts';
import type { Host } from './host.ts';

/** The host of the Electron window: what the preload exposes, as the contract. */
export function createDesktopHost(bridge: GalleyBridge): Host {
	const { host, emit } = createHost({
		request: (name, newsroom, json) => bridge.request(name, newsroom, json),
		onCommand: (listener) => void bridge.onCommand(listener),
		pictureQuery: () => '',
	});
	bridge.subscribe(emit);
	return host;
}
