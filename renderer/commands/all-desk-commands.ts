import type { DeskCommand } from './command.ts';
import { backUpNewsroom } from './newsroom/back-up-newsroom.ts';
import { exportLog } from './newsroom/export-log.ts';
import { exportStories } from './newsroom/export-stories.ts';
import { lastChanges } from './newsroom/last-changes.ts';
import { newNewsroom } from './newsroom/new-newsroom.ts';
import { newsroomSettings } from './newsroom/newsroom-settings.ts';
import { openNewsroom } from './newsroom/open-newsroom.ts';
import { replaceInStories } from './newsroom/replace-in-stories.ts';
import { restoreBackup } from './newsroom/restore-backup.ts';
import { showCorrections } from './newsroom/show-corrections.ts';
import { closeStory } from './story/close-story.ts';
import { duplicateStory } from './story/duplicate-story.ts';
import { findInStory } from './story/find-in-story.ts';
import { newStory } from './story/new-story.ts';
import { nextStory } from './story/next-story.ts';
import { openDocument } from './story/open-document.ts';
import { outline } from './story/outline.ts';
import { previousStory } from './story/previous-story.ts';
import { publishStory } from './story/publish-story.ts';
import { saveStory } from './story/save-story.ts';
import { tidyTypography } from './story/tidy-typography.ts';
import { trashStory } from './story/trash-story.ts';
import { withdrawStory } from './story/withdraw-story.ts';
import { focusSearch } from './window/focus-search.ts';
import { foldDetails, foldList, foldNavigator } from './window/fold-panes.ts';
import { nextPane } from './window/next-pane.ts';
import { openPalette } from './window/open-palette.ts';
import { previousPane } from './window/previous-pane.ts';
import { showShortcuts } from './window/show-shortcuts.ts';
import { largerText, smallerText } from './window/text-size.ts';
import { toggleFocusMode } from './window/toggle-focus-mode.ts';
import { toggleHistory } from './window/toggle-history.ts';
import { togglePreview } from './window/toggle-preview.ts';
import { toggleRows } from './window/toggle-rows.ts';
import { toggleTheme } from './window/toggle-theme.ts';

/** The commands of the desk; their keys work everywhere on it. */
export const allDeskCommands: readonly DeskCommand[] = [
	newStory,
	openDocument,
	saveStory,
	publishStory,
	withdrawStory,
	duplicateStory,
	findInStory,
	outline,
	tidyTypography,
	trashStory,
	closeStory,
	nextStory,
	previousStory,
	openNewsroom,
	newNewsroom,
	newsroomSettings,
	replaceInStories,
	lastChanges,
	showCorrections,
	exportStories,
	exportLog,
	backUpNewsroom,
	restoreBackup,
	openPalette,
	focusSearch,
	togglePreview,
	toggleHistory,
	toggleFocusMode,
	foldNavigator,
	foldList,
	foldDetails,
	largerText,
	smallerText,
	toggleRows,
	toggleTheme,
	nextPane,
	previousPane,
	showShortcuts,
];
