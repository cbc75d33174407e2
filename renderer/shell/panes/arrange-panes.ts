import type { CSSProperties } from 'react';
import type { Pane, Preferences } from '#shared/model/preferences.ts';
import { besideStory } from '../workspace/beside-story.ts';
import type { Layout } from '../workspace/use-layout.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkspaceState } from '../workspace/workspace-state.ts';
import { paneSizes } from './pane-sizes.ts';

/** Which panes are folded away, because of the window's width or because the editor wants it so. */
export interface Folds {
	readonly navigator: boolean;
	readonly list: boolean;
	readonly details: boolean;
}

/** What stands beside the story in front, and which panes are folded away. */
export function arrangePanes(state: WorkspaceState, hasStory: boolean, layout: Layout) {
	const { focusMode } = state;
	const { panes } = state.preferences;
	const alone = focusMode && hasStory;
	const beside = hasStory && !alone ? besideStory(state, layout) : null;
	const isWide = layout === 'wide' || layout === 'huge';
	// What stands beside the story takes the room of other panes, unless there is enough for all.
	const split = beside !== null && layout !== 'small' && layout !== 'huge';
	const folds: Folds = {
		navigator:
			alone || panes.navigator.folded || layout === 'narrow' || layout === 'small' || (split && layout === 'medium'),
		list: alone || (panes.list.folded && hasStory) || split || (hasStory && layout === 'small'),
		details: alone || panes.details.folded || split || !isWide,
	};
	return { beside, folds };
}

/** Shows a pane that is folded away: beside the others where there is room, else over them. */
export function showPane(workspace: Workspace, pane: Pane, layout: Layout): void {
	const state = workspace.getState();
	const { panes } = state.preferences;
	const unfolded = { ...panes, [pane]: { ...panes[pane], folded: false } };
	const wanted = { ...state, focusMode: false, preferences: { ...state.preferences, panes: unfolded } };
	if (arrangePanes(wanted, workspace.activeSession !== null, layout).folds[pane]) {
		workspace.change({ drawer: pane === 'details' ? 'inspector' : pane });
		return;
	}
	workspace.change({ focusMode: false });
	void workspace.prefer({ panes: unfolded });
}

/** How wide the navigator is, for what begins beside it. */
export const navigatorWidth = `var(--navigator-width, ${paneSizes.navigator.usual}px)`;

/** The widths that the editor gave the panes, and the size of the text, for the style sheets. */
export function deskStyle({ panes, textScale }: Preferences): CSSProperties {
	const widths = Object.entries(panes).flatMap(([pane, { width }]) => {
		const { least, most } = paneSizes[pane as Pane];
		return width === null ? [] : [[`--${pane}-width`, `${Math.min(most, Math.max(least, width))}px`]];
	});
	return { '--story-scale': textScale, ...Object.fromEntries(widths) };
}
