import type { Beside } from '../../commands/command-desk.ts';
import type { Layout } from './use-layout.ts';
import type { WorkspaceState } from './workspace-state.ts';

/**
 * What stands beside the story in front; null when nothing does. A small window has no room for both, so there it lies
 * over the story, and only once it is asked for: a story that is opened can be written at once. A huge one has room for all,
 * so there the page is shown unless somebody hid it.
 */
export function besideStory({ history, preferences, drawer }: WorkspaceState, layout: Layout): Beside | null {
	if (layout === 'small') return drawer === 'page' || drawer === 'history' ? drawer : null;
	if (history) return 'history';
	return (preferences.preview ?? layout === 'huge') ? 'page' : null;
}
