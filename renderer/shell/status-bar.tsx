import { CircleCheck, CircleX, LoaderCircle, Lock } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { useNewsroom } from '../session/newsroom-context.tsx';
import type { StorySession } from '../session/story-session.ts';
import { useJournalState, useSaveState } from '../session/use-story.ts';
import { Icon } from '../ui/icon.tsx';
import { StoryLength } from './load-story-screen.tsx';
import { saveWords } from './save-words.ts';
import { useStalledSave } from './use-stalled-save.ts';

/** The line at the window's end: whether the story is saved, how long it is, and how many stories there are. */
export function StatusBar({
	session,
	stories,
	children,
}: {
	session: StorySession | null;
	stories: number | null;
	/** What the whole desk has to say beside it. */
	children?: ReactNode;
}) {
	const { state } = useNewsroom();
	// Counting the words of a long story would hold up the story itself.
	const later = useDeferredValue(session, null);
	return (
		<footer className="status-bar">
			{session === null ? null : <StoryStatus key={session.id} session={session} />}
			{session === null || later === null ? null : <StoryLength key={`length ${later.id}`} session={later} />}
			<span className="status-bar-space" />
			{children}
			{state.readOnly === null ? null : (
				<span className="status-bar-save" title={state.readOnly}>
					<Icon of={Lock} /> For reading only
				</span>
			)}
			{stories === null ? null : (
				<span>
					{stories.toLocaleString(state.newsroom.locale)} {stories === 1 ? 'story' : 'stories'}
				</span>
			)}
		</footer>
	);
}

function StoryStatus({ session }: { session: StorySession }) {
	const { state } = useNewsroom();
	const { locale, timeZone } = state.newsroom;
	const saveState = useSaveState(session);
	const journal = useJournalState(session);
	const stalled = useStalledSave(saveState);
	const { text, tone } = saveWords(saveState, { locale, timeZone, journal, stalled });
	return (
		<span className="status-bar-save" data-tone={tone} role="status" aria-label="Save state" title={text}>
			<Icon
				of={
					tone === 'good' ? CircleCheck : tone === 'bad' ? CircleX : saveState.kind === 'readOnly' ? Lock : LoaderCircle
				}
			/>
			<span>{text}</span>
		</span>
	);
}
