import {
	type EventName,
	type Events,
	type GalleyEvent,
	makeFacade,
	type OperationName,
} from '#shared/contract/index.ts';
import { newsroomUrlPrefix } from '#shared/contract/names.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { Host } from './host.ts';

/** What differs between hosts: how a request travels, and how the desktop's commands come. */
export interface Transport {
	/** May throw; the host answers that the core is disconnected. */
	request(name: OperationName, json: string): Promise<Result<unknown>>;
	onCommand(listener: (commandId: string) => Promise<void>): void;
}

/** A host, and the two things that its transport tells it. */
export interface HostParts {
	readonly host: Host;
	emit(event: GalleyEvent): void;
	setConnected(connected: boolean): void;
}

type Listener = (event: GalleyEvent) => void;

/** Builds a host over a transport. Its calls answer a failure where the transport throws. */
export function createHost(transport: Transport): HostParts {
	const eventListeners = new Map<EventName, Set<Listener>>();
	const connectionListeners = new Set<(connected: boolean) => void>();
	const commandListeners = new Set<(commandId: string) => void | Promise<void>>();
	let connected = true;

	transport.onCommand(async (commandId) => {
		await Promise.all([...commandListeners].map(async (listener) => listener(commandId)));
	});

	const facade = makeFacade(async (name, input) => {
		try {
			return await transport.request(name, JSON.stringify(input));
		} catch (error) {
			return fail('disconnected', `Galley does not answer, so nothing happened (${messageOf(error)}).`, name);
		}
	});

	const host: Host = {
		...facade,
		subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) {
			// Listeners are kept by the event's name, so the payload is that event's.
			const hear: Listener = (event) => listener(event.payload as Events[Name]);
			const listeners = eventListeners.get(name) ?? new Set();
			eventListeners.set(name, listeners.add(hear));
			return () => void listeners.delete(hear);
		},
		subscribeConnection(listener) {
			connectionListeners.add(listener);
			listener(connected);
			return () => void connectionListeners.delete(listener);
		},
		subscribeMenu(listener) {
			commandListeners.add(listener);
			return () => void commandListeners.delete(listener);
		},
		mediaUrl: (media) => newsroomUrlPrefix + media.split('/').map(encodeURIComponent).join('/'),
	};

	return {
		host,
		emit(event) {
			for (const listener of [...(eventListeners.get(event.name) ?? [])]) listener(event);
		},
		setConnected(now) {
			if (now === connected) return;
			connected = now;
			for (const listener of [...connectionListeners]) listener(now);
		},
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
