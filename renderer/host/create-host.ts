import {
	type EventName,
	type Events,
	type GalleyEvent,
	makeFacade,
	type OperationName,
} from '#shared/contract/index.ts';
import { newsroomUrlPrefix } from '#shared/contract/names.ts';
import type { NewsroomId } from '#shared/contract/newsroom.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { Connection, Host } from './host.ts';

/** What differs between hosts: how a request and a picture's address travel, and how the desktop's commands come. */
export interface Transport {
	/** May throw; the host answers that the core is disconnected. */
	request(name: OperationName, newsroom: NewsroomId | null, json: string): Promise<Result<unknown>>;
	onCommand(listener: (commandId: string) => Promise<void>): void;
	/** What follows the path in the address of a picture. */
	pictureQuery(): string;
}

/** A host, and the two things that its transport tells it. */
export interface HostParts {
	readonly host: Host;
	emit(event: GalleyEvent): void;
	setConnection(connection: Connection): void;
}

type Listener = (event: GalleyEvent) => void;

/** Builds a host over a transport. Its calls answer a failure where the transport throws. */
export function createHost(transport: Transport): HostParts {
	const eventListeners = new Map<EventName, Set<Listener>>();
	const connectionListeners = new Set<(connected: boolean) => void>();
	const commandListeners = new Set<(commandId: string) => void | Promise<void>>();
	let connection: Connection = 'open';

	transport.onCommand(async (commandId) => {
		await Promise.all([...commandListeners].map(async (listener) => listener(commandId)));
	});

	const facadeIn = (newsroom: NewsroomId | null) =>
		makeFacade(async (name, input) => {
			try {
				return await transport.request(name, newsroom, JSON.stringify(input));
			} catch (error) {
				return fail('disconnected', `Galley does not answer, so nothing happened (${messageOf(error)}).`, name);
			}
		});

	const events: Pick<Host, 'subscribe' | 'subscribeConnection' | 'connection' | 'subscribeMenu'> = {
		subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) {
			// Listeners are kept by the event's name, so the payload is that event's.
			const hear: Listener = (event) => listener(event.payload as Events[Name]);
			const listeners = eventListeners.get(name) ?? new Set();
			eventListeners.set(name, listeners.add(hear));
			return () => void listeners.delete(hear);
		},
		subscribeConnection(listener) {
			connectionListeners.add(listener);
			listener(connection === 'open');
			return () => void connectionListeners.delete(listener);
		},
		connection: () => connection,
		subscribeMenu(listener) {
			commandListeners.add(listener);
			return () => void commandListeners.delete(listener);
		},
	};

	const hostIn = (newsroom: NewsroomId | null): Host => ({
		...facadeIn(newsroom),
		...events,
		mediaUrl(media) {
			const path = [newsroom ?? '', ...media.split('/')].map(encodeURIComponent).join('/');
			return newsroomUrlPrefix + path + transport.pictureQuery();
		},
		inNewsroom: hostIn,
	});

	return {
		host: hostIn(null),
		emit(event) {
			for (const listener of [...(eventListeners.get(event.name) ?? [])]) listener(event);
		},
		setConnection(now) {
			if (now === connection) return;
			connection = now;
			for (const listener of [...connectionListeners]) listener(now === 'open');
		},
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
