import { createContext, type ReactNode, useContext } from 'react';
import type { Host } from './host.ts';

const HostContext = createContext<Host | null>(null);

/** Gives the host to everything inside it. */
export function HostProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
	return <HostContext value={host}>{children}</HostContext>;
}

/** The host of this page. Throws outside a `HostProvider`. */
export function useHost(): Host {
	const host = useContext(HostContext);
	if (host === null) throw new Error('useHost needs a HostProvider around it.');
	return host;
}
