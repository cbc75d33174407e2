/** The parts of a WebSocket that are used here. */
export interface Socket {
	addEventListener(type: 'open' | 'close', listener: () => void): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
export type SocketMaker = (address: string) => Socket;

export interface SocketOptions {
	readonly address: string;
	readonly open: SocketMaker;
	onMessage(text: string): void;
	onConnection(connected: boolean): void;
	/** The connection came back after it was lost; what was sent meanwhile is not sent again. */
	onReturn(): void;
}

const firstDelay = 250;
const longestDelay = 10_000;

/** Keeps a socket open for as long as the page lives: tries again after 250 ms, then ever longer, at most 10 s. */
export function keepSocketOpen(options: SocketOptions): void {
	let failures = 0;
	let lost = false;

	const connect = () => {
		const socket = options.open(options.address);
		socket.addEventListener('open', () => {
			failures = 0;
			options.onConnection(true);
			if (lost) options.onReturn();
			lost = false;
		});
		socket.addEventListener('message', ({ data }) => {
			if (typeof data === 'string') options.onMessage(data);
		});
		// A socket that fails to open closes too, so this is the only place that tries again.
		socket.addEventListener('close', () => {
			lost = true;
			options.onConnection(false);
			const delay = Math.min(longestDelay, firstDelay * 2 ** failures);
			failures += 1;
			// Some of it by chance, so that many tabs do not all come back in the same instant.
			setTimeout(connect, delay * (0.75 + Math.random() / 4));
		});
	};
	connect();
}
