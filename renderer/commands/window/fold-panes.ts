import { List, type LucideIcon, PanelLeft, SlidersHorizontal } from 'lucide-react';
import type { Pane } from '#shared/model/preferences.ts';
import { type DeskCommand, deskCommand } from '../command.ts';

/** Folds the navigator away, or shows it again. */
export const foldNavigator = foldPane('navigator', PanelLeft);

/** Folds the list of stories away, or shows it again. */
export const foldList = foldPane('list', List);

/** Folds the details of a story away, or shows them again. */
export const foldDetails = foldPane('details', SlidersHorizontal);

function foldPane(pane: Pane, icon: LucideIcon): DeskCommand {
	return deskCommand(`${pane}.fold`, {
		icon,
		disabledReason: ({ workspace }) => (workspace.getState().focusMode ? 'Focus mode shows the story alone.' : null),
		run: ({ workspace }) => {
			const { panes } = workspace.getState().preferences;
			return workspace.prefer({ panes: { ...panes, [pane]: { ...panes[pane], folded: !panes[pane].folded } } });
		},
	});
}
