/** The parts of a WebSocket that are used here. */
export interface Socket {
	addEventListener(type: 'open' | 'close', listener: () => void): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
export type SocketMaker = (address: string, protocols: readonly string[]) => Socket;

export interface SocketOptions {
	readonly address: string;
	/** What a socket offers; null while it would be refused. */
	readonly protocols: () => Promise<readonly string[] | null>;
	readonly open: SocketMaker;
	onMessage(text: string): void;
	onOpen(): void;
	/** The connection was lost, or could not be made. */
	onClose(): void;
	/** The connection came back after it was lost; what was sent meanwhile is not sent again. */
	onReturn(): void;
}

/** A socket that is kept open. */
export interface KeptSocket {
	/** Tries again now, where it waits to do so. */
	tryNow(): void;
}

const firstDelay = 250;
const longestDelay = 10_000;

/** Keeps a socket open for as long as the page lives: tries again after 250 ms, then ever longer, at most 10 s. */
export function keepSocketOpen(options: SocketOptions): KeptSocket {
	let failures = 0;
	let lost = false;
	let waiting: ReturnType<typeof setTimeout> | null = null;

	// A socket that fails to open closes too, so this is the only place that tries again.
	const closed = () => {
		lost = true;
		options.onClose();
		const delay = Math.min(longestDelay, firstDelay * 2 ** failures);
		failures += 1;
		// Some of it by chance, so that many tabs do not all come back in the same instant.
		waiting = setTimeout(() => void connect(), delay * (0.75 + Math.random() / 4));
	};

	const connect = async () => {
		waiting = null;
		const protocols = await options.protocols().catch(() => null); // as when the socket itself finds nobody
		if (protocols === null) {
			closed();
			return;
		}
		const socket = options.open(options.address, protocols);
		socket.addEventListener('open', () => {
			failures = 0;
			options.onOpen();
			if (lost) options.onReturn();
			lost = false;
		});
		socket.addEventListener('message', ({ data }) => {
			if (typeof data === 'string') options.onMessage(data);
		});
		socket.addEventListener('close', closed);
	};
	void connect();

	return {
		tryNow() {
			if (waiting === null) return;
			clearTimeout(waiting);
			failures = 0;
			void connect();
		},
	};
}
