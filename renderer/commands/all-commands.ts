import { textCommands } from '../features/editor/text-commands.ts';
import type { Command } from '../ui/command.ts';
import { backUpNewsroom } from './back-up-newsroom.ts';
import { closeStory } from './close-story.ts';
import type { CommandContext, DeskCommand } from './command.ts';
import { duplicateStory } from './duplicate-story.ts';
import { exportStories } from './export-stories.ts';
import { focusSearch } from './focus-search.ts';
import { inFrontStory } from './in-front-story.ts';
import { newNewsroom } from './new-newsroom.ts';
import { newStory } from './new-story.ts';
import { newsroomSettings } from './newsroom-settings.ts';
import { nextPane } from './next-pane.ts';
import { nextStory } from './next-story.ts';
import { openNewsroom } from './open-newsroom.ts';
import { previousPane } from './previous-pane.ts';
import { previousStory } from './previous-story.ts';
import { restoreBackup } from './restore-backup.ts';
import { saveStory } from './save-story.ts';
import { toggleHistory } from './toggle-history.ts';
import { togglePreview } from './toggle-preview.ts';
import { toggleTheme } from './toggle-theme.ts';
import { trashStory } from './trash-story.ts';

/** The commands of the desk; their keys work everywhere on it. */
export const allDeskCommands: readonly DeskCommand[] = [
	newStory,
	saveStory,
	duplicateStory,
	trashStory,
	closeStory,
	nextStory,
	previousStory,
	openNewsroom,
	newNewsroom,
	newsroomSettings,
	exportStories,
	backUpNewsroom,
	restoreBackup,
	focusSearch,
	togglePreview,
	toggleHistory,
	toggleTheme,
	nextPane,
	previousPane,
];

/** Every command of the app: those of the desk, and those of the text, whose keys work in the text only. */
export const allCommands: readonly Command<CommandContext>[] = [...allDeskCommands, ...textCommands.map(inFrontStory)];
