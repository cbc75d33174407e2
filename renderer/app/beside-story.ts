import { type Layout, layoutNow } from './use-layout.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What stands beside the story in front. */
export type Beside = 'page' | 'history';

/**
 * What stands beside the story in front; null when nothing does. A small window has no room for both, so there it lies
 * over the story, and only once it is asked for: a story that is opened can be written at once.
 */
export function besideStory({ history, preferences, drawer }: WorkspaceState, layout: Layout): Beside | null {
	if (layout === 'small') return drawer === 'page' || drawer === 'history' ? drawer : null;
	if (history) return 'history';
	return preferences.preview ? 'page' : null;
}

/** Shows that beside the story, in place of what stands there, or hides it when it is there already. */
export async function toggleBeside(workspace: Workspace, what: Beside): Promise<void> {
	const layout = layoutNow();
	const isShown = besideStory(workspace.getState(), layout) === what;
	if (layout === 'small') workspace.change({ drawer: isShown ? null : what });
	else if (what === 'history') workspace.change({ history: !isShown });
	else {
		workspace.change({ history: false });
		await workspace.prefer({ preview: !isShown });
	}
}
