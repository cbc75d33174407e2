import type { ReaderNote } from '#shared/document/corrections/reader-note.ts';
import type { Host } from '../../host/host.ts';
import type { StorySession } from '../../session/story-session.ts';

/** Gives readers a story as it stands, with what they are told of its changes; answers why that could not be, in a sentence, or null when they have it. */
export async function publish(
	host: Host,
	session: StorySession,
	note: ReaderNote = { kind: 'fix' },
): Promise<string | null> {
	if (!(await session.flush('explicit'))) return 'The story is not saved yet, so nothing was published.';
	const { id } = session;
	const answer = await host.articles.publish({ id, basedOn: session.getText().basedOn, note });
	if (!answer.ok) return answer.failure.message;
	switch (answer.value.kind) {
		case 'saved':
			return null;
		case 'conflict':
			return 'The story was changed elsewhere at this very moment, so nothing was published. Look at it again.';
		case 'gone':
			return answer.value.reason;
	}
}

/** Lets a story be published by itself at a moment, ISO 8601; answers why that is not saved, or null when it is. */
export async function schedule(session: StorySession, scheduled: string): Promise<string | null> {
	session.setFields({ status: 'ready', dates: { ...session.getField('dates'), scheduled } });
	return (await session.flush('explicit')) ? null : 'The story is not saved yet, so its time is not set.';
}
