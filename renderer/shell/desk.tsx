import { PanelLeft } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import type { HostCapabilities } from '#shared/contract/newsroom.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';
import { duplicateStory } from '../commands/story/duplicate-story.ts';
import { newStory } from '../commands/story/new-story.ts';
import { trashStory } from '../commands/story/trash-story.ts';
import { runCommand, useCommands } from '../commands/use-commands.ts';
import { searchFieldId } from '../commands/window/focus-search.ts';
import { useBulkChange } from '../features/articles/bulk/use-bulk-change.ts';
import { DamagedPane } from '../features/articles/damaged-pane.tsx';
import { ListPane } from '../features/articles/list/list-pane.tsx';
import { useCounts } from '../features/articles/navigator/use-counts.ts';
import { TrashPane } from '../features/articles/trash-pane.tsx';
import { RecoveryDialog } from '../features/recovery/recovery-dialog.tsx';
import { RestoredLines } from '../features/recovery/restored-lines.tsx';
import { useRecovery } from '../features/recovery/use-recovery.ts';
import { focusField } from '../session/focus-field.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { afterDrawing } from '../ui/after-drawing.ts';
import { commandEntry } from '../ui/command-entry.ts';
import { Button, IconButton } from '../ui/controls/button.tsx';
import './app.css';
import { TargetsMark } from '../features/targets/targets-mark.tsx';
import { useFocusKept } from '../ui/keep-focus.ts';
import { showToast } from '../ui/overlays/toast.tsx';
import { useFocusOfPanes } from '../ui/pane-focus.ts';
import { CommandButton } from './command-button.tsx';
import { Drawer } from './drawer.tsx';
import { loadEditor, StoryPane } from './load-story-screen.tsx';
import { NavigatorPane } from './navigator-pane.tsx';
import { NoStory } from './no-story.tsx';
import type { PaletteWindowProps } from './palette/palette-window.tsx';
import { arrangePanes, deskStyle, navigatorWidth, showPane } from './panes/arrange-panes.ts';
import { PaneDivider } from './panes/pane-divider.tsx';
import { StatusBar } from './status-bar.tsx';
import { useContinuedNews } from './use-continued-news.ts';
import { useDroppedFiles, useNoStrayDrops } from './use-dropped-files.ts';
import { useDueNews } from './use-due-news.ts';
import { useInspectorFields } from './use-inspector-fields.ts';
import { useTargetNews } from './use-target-news.ts';
import { useTheme } from './use-theme.ts';
import { useLayout } from './workspace/use-layout.ts';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/** The windows over the desk are fetched when the list is drawn. */
const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }));

/** What the menu of a story in the list offers. */
const storyCommands = [duplicateStory, trashStory];

export interface DeskProps {
	readonly capabilities: HostCapabilities;
	/** What is said above the panes. */
	readonly notice: ReactNode;
	/** Whether nothing can be typed or pressed for now. */
	readonly held: boolean;
	readonly onOpenNewsroom: (path: string) => Promise<Failure | null>;
	readonly onCreateNewsroom: (path: string, name: string) => Promise<Failure | null>;
}

/** The three panes of an open newsroom, with the status bar and the windows over them. */
export function Desk({ capabilities, notice, held, onOpenNewsroom, onCreateNewsroom }: DeskProps) {
	const workspace = useWorkspace();
	const { host } = workspace;
	const state = useWorkspaceState();
	const { state: newsroom } = useNewsroom();
	const layout = useLayout();
	const counts = useCounts(host);
	const bulk = useBulkChange(host, newsroom.newsroom, {
		saveAll: () => workspace.saveFiles(),
		onTrashed: () => void workspace.dropGone(),
	});
	// Only then does a story hold the words that come back, so that nobody types into it without them.
	const onLooked = useCallback(() => void workspace.restoreLast(), [workspace]);
	const recovery = useRecovery(host, workspace.browser, onLooked, (id) => void workspace.openStory(id));
	const session = workspace.activeSession;
	const { beside, folds } = arrangePanes(state, session !== null, layout);
	useTheme(state.preferences.theme);
	// A failure is told when a story is opened.
	useEffect(() => void loadEditor().catch(() => undefined), []);
	useDueNews(host);
	useTargetNews(host);
	useContinuedNews(host, bulk.undo);
	useCommands(workspace);
	useFocusOfPanes();
	useFocusKept();
	useInspectorFields(workspace, session, folds.details);
	const [goesToList, setGoesToList] = useState(false);
	useEffect(() => {
		document.title = `${newsroom.newsroom.name} – Galley`;
	}, [newsroom.newsroom.name]);

	const goTo = useCallback(
		async (id: ArticleId, where: FieldRef, opens = false) => {
			workspace.change({ dialog: null });
			const opened = await workspace.openStory(id);
			// The editor must be drawn before the keyboard can go there.
			if (opened !== null) afterDrawing(() => focusField(opened, where, opens));
		},
		[workspace],
	);
	const showList = useCallback(() => workspace.change({ drawer: folds.list ? 'list' : null }), [workspace, folds.list]);
	const goToList = useCallback<PaletteWindowProps['onList']>(
		(list) => {
			workspace.change({ ...list, search: '' });
			showList();
			// Once the window over the desk has let go of the focus.
			afterDrawing(() => setGoesToList(true));
		},
		[workspace, showList],
	);
	useNoStrayDrops();
	const dropped = useDroppedFiles(async (files) => {
		const problem = newsroom.readOnly ?? (await workspace.openDocuments(files));
		if (problem !== null) showToast(problem);
	});
	const openNavigator = (
		<IconButton icon={PanelLeft} label="Show the navigator" onPress={() => showPane(workspace, 'navigator', layout)} />
	);
	// What the search finds is shown while it is typed, so where the navigator lies over the desk the list goes with it.
	const listGoesWithNavigator = folds.navigator && state.drawer === 'navigator' && state.search !== '';
	const lead = folds.navigator ? openNavigator : undefined;
	const list = (
		<section className="pane pane-list" aria-label="Stories" data-pane="list" {...dropped}>
			{state.view.kind === 'trash' ? (
				<TrashPane lead={lead} onRestore={(id) => void workspace.restoreStory(id, false)} />
			) : state.view.kind === 'damaged' ? (
				<DamagedPane lead={lead} />
			) : (
				<ListPane
					queue={state.view.kind === 'queue' && state.search === '' ? state.view.queue : 'all'}
					category={state.view.kind === 'category' && state.search === '' ? state.view.slug : null}
					search={state.search}
					sort={state.sort}
					searchSort={state.searchSort}
					filter={state.filter}
					bulk={bulk}
					active={state.active}
					damaged={counts?.damaged ?? 0}
					lead={lead}
					takesFocus={goesToList}
					onFocusTaken={() => setGoesToList(false)}
					onSort={(sort, isSearch) => workspace.change(isSearch ? { searchSort: sort } : { sort })}
					onFilter={(filter) => workspace.change({ filter })}
					onExport={(selection) => workspace.change({ dialog: { kind: 'export', scope: { kind: 'some', selection } } })}
					onPublish={(selection, first) => workspace.change({ dialog: { kind: 'publish-many', selection, first } })}
					onReplace={(selection) => workspace.change({ dialog: { kind: 'replace', selection } })}
					onTrashOne={(id) => void workspace.trashById(id)}
					newStory={(tight) => (
						<CommandButton command={newStory} kind="primary" className="new-story">
							<span className={tight ? 'visually-hidden' : undefined}>{newStory.label}</span>
						</CommandButton>
					)}
					onOpen={(id) => void workspace.lookAt(id)}
					compact={state.preferences.compactRows}
					onCompact={(compactRows) => void workspace.prefer({ compactRows })}
					menuOf={(story) => storyCommands.map((command) => commandEntry(command, { workspace, story }))}
					onCommand={(id, story) => {
						const command = storyCommands.find((one) => one.id === id);
						if (command !== undefined) runCommand(command, { workspace, story });
					}}
					onShowDamaged={() => workspace.change({ view: { kind: 'damaged' } })}
					onClearSearch={() => workspace.change({ search: '' })}
				/>
			)}
		</section>
	);
	const navigator = (
		<NavigatorPane
			counts={counts}
			onOpenNewsroom={onOpenNewsroom}
			onChosen={showList}
			onSearching={(isSearching) => {
				setGoesToList(false);
				if (folds.list && !folds.navigator) workspace.change({ drawer: isSearching ? 'list' : null });
			}}
			onSearchSubmit={() => {
				showList();
				// The trash and the damaged files wait for no answer.
				setGoesToList(state.view.kind === 'queue' || state.view.kind === 'category');
			}}
		/>
	);

	return (
		<div
			className="app"
			data-layout={layout === 'huge' ? 'wide' : layout}
			inert={held}
			style={deskStyle(state.preferences)}
		>
			{notice}
			<RestoredLines
				restored={recovery.restored}
				active={state.active}
				onShow={(id) => void workspace.openStory(id)}
				onUndo={async (story) => {
					const opened = await workspace.openStory(story.id);
					if (opened === null) return;
					opened.takeBack(story);
					recovery.dismiss(story);
				}}
				onDismiss={recovery.dismiss}
			/>
			<main className="app-panes">
				{folds.navigator ? null : (
					<>
						{navigator}
						<PaneDivider pane="navigator" />
					</>
				)}
				{folds.list ? null : (
					<>
						{listGoesWithNavigator ? <section className="pane pane-list" aria-hidden="true" /> : list}
						<PaneDivider pane="list" />
					</>
				)}
				{session === null ? <NoStory /> : <StoryPane session={session} layout={layout} beside={beside} folds={folds} />}
				{state.drawer === 'navigator' && folds.navigator ? (
					<Drawer side="start" onClose={() => workspace.change({ drawer: null })}>
						{navigator}
						{listGoesWithNavigator ? list : null}
					</Drawer>
				) : null}
				{state.drawer === 'list' && folds.list ? (
					<Drawer
						side="start"
						offset={folds.navigator ? '0px' : navigatorWidth}
						takesFocus={document.activeElement?.id !== searchFieldId}
						onClose={() => workspace.change({ drawer: null })}
					>
						{list}
					</Drawer>
				) : null}
			</main>
			<StatusBar session={session} stories={counts?.queues.all ?? null}>
				<TargetsMark />
				{recovery.work.length === 0 ? null : (
					<Button kind="link" onPress={recovery.show}>
						Unsaved work of {recovery.work.length === 1 ? 'one story' : `${recovery.work.length} stories`} waits
					</Button>
				)}
			</StatusBar>
			<Suspense>
				<Dialogs
					capabilities={capabilities}
					onOpenNewsroom={onOpenNewsroom}
					onCreateNewsroom={onCreateNewsroom}
					onGoTo={goTo}
					onList={goToList}
					bulk={bulk}
				/>
			</Suspense>
			<RecoveryDialog recovery={recovery} />
		</div>
	);
}
