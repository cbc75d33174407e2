import { useEffect, useState } from 'react';
import type { Host } from '../host/host.ts';

/** A core that answers again within this time was never missed. */
const patienceMilliseconds = 1500;

/** Whether the core can be reached; a short interruption is not told. */
export function useConnected(host: Host): boolean {
	const [connected, setConnected] = useState(true);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const end = host.subscribeConnection((now) => {
			clearTimeout(timer);
			if (now) setConnected(true);
			else timer = setTimeout(() => setConnected(false), patienceMilliseconds);
		});
		return () => {
			clearTimeout(timer);
			end();
		};
	}, [host]);
	return connected;
}
