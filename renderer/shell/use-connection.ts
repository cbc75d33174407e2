import { useEffect, useState } from 'react';
import type { Connection, Host } from '../host/host.ts';

/** A core that answers again within this time was never missed. */
const patienceMilliseconds = 1500;

/** Whether the core can be reached, and what is in the way; a short interruption is not told. */
export function useConnection(host: Host): Connection {
	const [connection, setConnection] = useState<Connection>('open');
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const end = host.subscribeConnection((connected) => {
			clearTimeout(timer);
			if (connected) setConnection('open');
			else timer = setTimeout(() => setConnection(host.connection()), patienceMilliseconds);
		});
		return () => {
			clearTimeout(timer);
			end();
		};
	}, [host]);
	return connection;
}
