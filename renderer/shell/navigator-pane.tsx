import { useCallback } from 'react';
import type { Failure } from '#shared/failure.ts';
import { backUpNewsroom } from '../commands/newsroom/back-up-newsroom.ts';
import { lastChanges } from '../commands/newsroom/last-changes.ts';
import { newNewsroom } from '../commands/newsroom/new-newsroom.ts';
import { newsroomSettings } from '../commands/newsroom/newsroom-settings.ts';
import { openNewsroom } from '../commands/newsroom/open-newsroom.ts';
import { restoreBackup } from '../commands/newsroom/restore-backup.ts';
import { showCorrections } from '../commands/newsroom/show-corrections.ts';
import { runCommand } from '../commands/use-commands.ts';
import { focusSearch, searchFieldId } from '../commands/window/focus-search.ts';
import { allStories, type ListView } from '../features/articles/list/list-view.ts';
import { Navigator } from '../features/articles/navigator/navigator.tsx';
import type { Counts } from '../features/articles/navigator/use-counts.ts';
import { commandEntry, shownKeys } from '../ui/command-entry.ts';
import { showToast } from '../ui/overlays/toast.tsx';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/** What the newsroom's menu offers. */
const newsroomCommands = [
	[openNewsroom, newNewsroom, newsroomSettings],
	[showCorrections, lastChanges],
	[backUpNewsroom, restoreBackup],
];

/** The navigator, connected to the desk. */
export function NavigatorPane({
	counts,
	onOpenNewsroom,
	onChosen,
	onSearching,
	onSearchSubmit,
}: {
	counts: Counts | null;
	onOpenNewsroom: (path: string) => Promise<Failure | null>;
	/** A list was chosen; keep it stable. */
	onChosen: () => void;
	/** Something was typed into the search, or all of it deleted. */
	onSearching: (isSearching: boolean) => void;
	/** The editor leaves the search field for the list. */
	onSearchSubmit: () => void;
}) {
	const workspace = useWorkspace();
	const state = useWorkspaceState();
	const choose = useCallback(
		(view: ListView) => {
			workspace.change({ view, search: '' });
			onChosen();
		},
		[workspace, onChosen],
	);
	const showSettings = useCallback(() => void newsroomSettings.run({ workspace }), [workspace]);
	const context = { workspace };
	return (
		<section className="pane pane-navigator" aria-label="Navigator" data-pane="navigator">
			<Navigator
				counts={counts}
				place={state.search === '' ? state.view : allStories}
				search={state.search}
				searchId={searchFieldId}
				searchKeys={shownKeys(focusSearch) ?? ''}
				theme={state.preferences.theme}
				onSearch={(search) => {
					const { view } = state;
					// The trash and the damaged files cannot be searched.
					const stays = view.kind === 'queue' || view.kind === 'category';
					workspace.change(stays || search === '' ? { search } : { search, view: allStories });
					onSearching(search !== '');
				}}
				onSearchSubmit={onSearchSubmit}
				onPlace={choose}
				onSettings={showSettings}
				onTheme={(theme) => void workspace.prefer({ theme })}
				onOpenNewsroom={(path) =>
					void onOpenNewsroom(path).then((failure) => {
						if (failure !== null) showToast(failure.message);
					})
				}
				commands={newsroomCommands.map((group) => group.map((command) => commandEntry(command, context)))}
				onCommand={(id) => {
					const command = newsroomCommands.flat().find((one) => one.id === id);
					if (command !== undefined) runCommand(command, context);
				}}
			/>
		</section>
	);
}
