import type { Status } from '#shared/model/status.ts';
import type { StorySession } from '../../session/story-session.ts';

/**
 * Moves a story along its way to the reader. The first time it is published it also gets its date; why it was withdrawn
 * goes once it is so no more.
 */
export function setStatus(session: StorySession, status: Status, now: Date): void {
	if (session.getField('status') === status) return;
	const dates = session.getField('dates');
	const isFirst = status === 'published' && dates.published === null;
	session.setFields({
		status,
		...(isFirst ? { dates: { ...dates, published: now.toISOString() } } : {}),
		...(status === 'withdrawn' ? {} : { withdrawal: null }),
	});
}
