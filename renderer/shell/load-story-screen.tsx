import type { ComponentProps } from 'react';
import type { LoadEditor } from './workspace/open-stories.ts';

type StoryScreen = typeof import('./story-screen.ts');
let loaded: StoryScreen | null = null;

/** Fetches the editor and all that stands around an open story, unless it is there. */
export const loadEditor: LoadEditor = async () => {
	loaded ??= await import('./story-screen.ts');
	return loaded.openStory;
};

/** An open story. */
export function StoryPane(props: ComponentProps<StoryScreen['StoryPane']>) {
	const Loaded = storyScreen().StoryPane;
	return <Loaded {...props} />;
}

/** How long an open story is. */
export function StoryLength(props: ComponentProps<StoryScreen['StoryLength']>) {
	const Loaded = storyScreen().StoryLength;
	return <Loaded {...props} />;
}

/** Is there whenever a story is open, as that was opened with it. */
function storyScreen(): StoryScreen {
	if (loaded === null) throw new Error('A story is shown before the editor was fetched.');
	return loaded;
}
