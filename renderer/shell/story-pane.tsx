import { List, PanelLeft, SlidersHorizontal } from 'lucide-react';
import { memo, useCallback, useDeferredValue } from 'react';
import type { FieldRef } from '#shared/model/problem.ts';
import type { Beside } from '../commands/command-desk.ts';
import { exportStories } from '../commands/newsroom/export-stories.ts';
import { showCorrections } from '../commands/newsroom/show-corrections.ts';
import { withdrawStory } from '../commands/story/withdraw-story.ts';
import { toggleFocusMode } from '../commands/window/toggle-focus-mode.ts';
import { toggleHistory } from '../commands/window/toggle-history.ts';
import { togglePreview } from '../commands/window/toggle-preview.ts';
import { EditorPane } from '../features/editor/editor-pane.tsx';
import { HistoryPanel } from '../features/history/history-panel.tsx';
import { Inspector } from '../features/inspector/inspector.tsx';
import { Preview } from '../features/preview/preview.tsx';
import { StatusMenu } from '../features/workflow/status-menu.tsx';
import { focusField } from '../session/focus-field.ts';
import type { StorySession } from '../session/story-session.ts';
import { afterDrawing } from '../ui/after-drawing.ts';
import { Button, IconButton } from '../ui/controls/button.tsx';
import { CommandButton } from './command-button.tsx';
import { Drawer } from './drawer.tsx';
import { type Folds, showPane } from './panes/arrange-panes.ts';
import { PaneDivider } from './panes/pane-divider.tsx';
import { PublishButton } from './publish-button.tsx';
import { StoryBanner } from './story-banner.tsx';
import { StoryTabs, storyPanelId } from './workspace/story-tabs.tsx';
import type { Layout } from './workspace/use-layout.ts';
import { useWorkspace, useWorkspaceState } from './workspace/use-workspace.ts';

/**
 * The open stories: their tabs, the story in front, and beside it its inspector or its page. What changes elsewhere on
 * the desk, such as a count after each save, does not draw it again.
 */
export const StoryPane = memo(function StoryPane({
	session,
	layout,
	beside,
	folds,
}: {
	session: StorySession;
	layout: Layout;
	/** What stands beside the story, or in a small window over it. */
	beside: Beside | null;
	folds: Folds;
}) {
	const workspace = useWorkspace();
	const { drawer, sessions, preferences, focusMode } = useWorkspaceState();
	const over = layout === 'small' && beside !== null;
	// A story is shown and can be written before its many fields are drawn; until then those of the last one stand there.
	const later = useDeferredValue(session, null);
	const described = later !== null && sessions.includes(later) ? later : null;
	const context = { workspace };
	const onShowCorrections = useCallback(() => void showCorrections.run({ workspace }), [workspace]);
	const onAdjustChecks = useCallback(
		() => workspace.change({ dialog: { kind: 'settings', page: 'checks' } }),
		[workspace],
	);
	const closeDrawer = () => workspace.change({ drawer: null });
	const actions = (
		<>
			<StatusMenu key={session.id} session={session} onWithdraw={() => void withdrawStory.run(context)} />
			<PublishButton key={`publish ${session.id}`} session={session} />
			<IconButton
				icon={exportStories.icon}
				label={exportStories.label}
				onPress={() => void exportStories.run(context)}
			/>
		</>
	);
	const inspector = (
		<div className="pane-side-body" inert={described !== session}>
			{described === null ? null : (
				<Inspector
					key={described.id}
					session={described}
					onShowCorrections={onShowCorrections}
					onAdjustChecks={onAdjustChecks}
				/>
			)}
		</div>
	);
	const goTo = (where: FieldRef) => {
		if (!over) return void focusField(session, where);
		closeDrawer();
		// The story can be reached once the page does not lie over it any more.
		afterDrawing(() => focusField(session, where));
	};
	const sidePane =
		beside === 'history' ? (
			<div className="pane pane-side" data-preview="" data-history="" data-pane="history">
				<HistoryPanel
					key={session.id}
					session={session}
					actions={folds.details ? actions : undefined}
					onClose={() => void toggleHistory.run(context)}
				/>
			</div>
		) : (
			<div className="pane pane-side" data-preview="" data-pane="preview">
				<Preview
					session={session}
					actions={folds.details ? actions : undefined}
					onOpenStory={(id) => void workspace.openStory(id)}
					onGoTo={goTo}
					onClose={over ? closeDrawer : undefined}
				/>
			</div>
		);
	const sideButtons = (
		<>
			<CommandButton command={toggleHistory} aria-pressed={beside === 'history'}>
				<span className="side-words">{toggleHistory.label}</span>
			</CommandButton>
			<CommandButton command={togglePreview} aria-pressed={beside === 'page'}>
				<span className="side-words">{togglePreview.label}</span>
			</CommandButton>
		</>
	);
	return (
		<>
			<div className="pane pane-desk" data-pane="story" inert={over}>
				<div className="desk-head">
					{focusMode ? (
						<span className="desk-head-actions">
							<CommandButton command={toggleFocusMode}>Leave focus mode</CommandButton>
						</span>
					) : folds.list ? (
						<span className="desk-head-actions">
							{folds.navigator ? (
								<IconButton
									icon={PanelLeft}
									label="Show the navigator"
									onPress={() => showPane(workspace, 'navigator', layout)}
								/>
							) : null}
							<IconButton
								icon={List}
								label="Show the list of stories"
								onPress={() => showPane(workspace, 'list', layout)}
							/>
						</span>
					) : null}
					<StoryTabs />
					{folds.details && !focusMode ? (
						<div className="desk-head-actions">
							{beside !== null && !over ? null : actions}
							<Button
								icon={SlidersHorizontal}
								aria-pressed={drawer === 'inspector'}
								onPress={() => (drawer === 'inspector' ? closeDrawer() : showPane(workspace, 'details', layout))}
							>
								<span className="side-words">Details</span>
							</Button>
						</div>
					) : null}
				</div>
				<div className="desk-story" id={storyPanelId}>
					<StoryBanner session={session} />
					<EditorPane key={session.id} session={session} preferences={preferences} actions={sideButtons} />
				</div>
			</div>
			{over ? (
				<Drawer side="end" onClose={closeDrawer}>
					{sidePane}
				</Drawer>
			) : beside === null ? null : (
				sidePane
			)}
			{folds.details ? null : (
				<>
					<PaneDivider pane="details" />
					<div className="pane pane-side" data-pane="inspector">
						<div className="side-head">{actions}</div>
						{inspector}
					</div>
				</>
			)}
			{folds.details && drawer === 'inspector' ? (
				<Drawer side="end" veiled={false} onClose={closeDrawer}>
					<div className="pane pane-side" data-pane="inspector">
						{inspector}
					</div>
				</Drawer>
			) : null}
		</>
	);
});
