import type { Withdrawal } from '#shared/model/article.ts';
import type { StorySession } from '../../../session/story-session.ts';

/**
 * Takes a story from its readers with the reason, as one step that undo takes back; of one that is withdrawn already the
 * day stays. Answers why that is not saved, or null when it is.
 */
export async function withdraw(
	session: StorySession,
	said: Omit<Withdrawal, 'date'>,
	now: Date,
): Promise<string | null> {
	const date = session.getField('withdrawal')?.date ?? now.toISOString();
	session.setFields({ status: 'withdrawn', withdrawal: { ...said, date } });
	return (await session.flush('explicit'))
		? null
		: 'The story is not saved yet, so readers keep it. See the line below the story for what is in the way.';
}
