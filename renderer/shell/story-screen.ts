/** All that shows an open story: fetched after the first screen, which does without the editor. */
export { StoryLength } from './story-length.tsx';
export { StoryPane } from './story-pane.tsx';
export { openStory } from './workspace/open-story.ts';
