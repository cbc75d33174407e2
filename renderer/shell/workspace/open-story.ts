import { storyExtensions } from '../../features/editor/extensions/story-extensions.ts';
import { openSession } from '../../session/open-session.ts';
import type { OpenSession } from './open-stories.ts';

/** Opens a story that was read, with the editor that Galley has. */
export const openStory: OpenSession = (host, opened, browser) => openSession(host, opened, storyExtensions, browser);
