import type { Host } from '../host/host.ts';
import type { JournalHost } from './saving/journal-writer.ts';

/** What a session needs of the host. */
export interface SessionHost extends JournalHost, Pick<Host, 'mediaUrl' | 'subscribe' | 'subscribeConnection'> {
	readonly articles: Pick<Host['articles'], 'get' | 'save'>;
}
