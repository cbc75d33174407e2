import { backUpNewsroom } from './back-up-newsroom.ts';
import { closeStory } from './close-story.ts';
import type { Command } from './command.ts';
import { duplicateStory } from './duplicate-story.ts';
import { exportStories } from './export-stories.ts';
import { focusSearch } from './focus-search.ts';
import { newNewsroom } from './new-newsroom.ts';
import { newStory } from './new-story.ts';
import { newsroomSettings } from './newsroom-settings.ts';
import { nextStory } from './next-story.ts';
import { openNewsroom } from './open-newsroom.ts';
import { previousStory } from './previous-story.ts';
import { restoreBackup } from './restore-backup.ts';
import { saveStory } from './save-story.ts';
import { toggleHistory } from './toggle-history.ts';
import { togglePreview } from './toggle-preview.ts';
import { toggleTheme } from './toggle-theme.ts';
import { trashStory } from './trash-story.ts';

/** Every command of the app. */
export const allCommands: readonly Command[] = [
	newStory,
	openNewsroom,
	newNewsroom,
	newsroomSettings,
	exportStories,
	backUpNewsroom,
	restoreBackup,
	saveStory,
	duplicateStory,
	trashStory,
	closeStory,
	nextStory,
	previousStory,
	focusSearch,
	togglePreview,
	toggleHistory,
	toggleTheme,
];
