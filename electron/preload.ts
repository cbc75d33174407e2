import { contextBridge, ipcRenderer } from 'electron';
import type { GalleyBridge } from '#shared/contract/bridge.ts';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { commandChannel, commandDoneChannel, eventChannel, requestChannel } from '#shared/contract/names.ts';

const eventListeners = new Set<(event: GalleyEvent) => void>();
const commandListeners = new Set<(commandId: string) => Promise<void>>();

ipcRenderer.on(eventChannel, (_event, event: GalleyEvent) => {
	for (const listener of eventListeners) listener(event);
});

ipcRenderer.on(commandChannel, (_event, run: number, commandId: string) => {
	Promise.all([...commandListeners].map((listener) => listener(commandId))).then(
		() => ipcRenderer.send(commandDoneChannel, run, true),
		() => ipcRenderer.send(commandDoneChannel, run, false),
	);
});

const bridge: GalleyBridge = {
	request: (name, newsroom, json) => ipcRenderer.invoke(requestChannel, name, newsroom, json),
	subscribe(listener) {
		eventListeners.add(listener);
		return () => void eventListeners.delete(listener);
	},
	onCommand(listener) {
		commandListeners.add(listener);
		return () => void commandListeners.delete(listener);
	},
};

contextBridge.exposeInMainWorld('galley', bridge);
