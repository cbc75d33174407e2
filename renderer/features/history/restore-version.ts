import type { RevisionId } from '#shared/contract/history.ts';
import type { Host } from '../../host/host.ts';
import type { StorySession } from '../../session/story-session.ts';

/** Brings back a whole earlier version; answers why it could not, in a sentence, or null when it is back. */
export async function restoreVersion(host: Host, session: StorySession, revision: RevisionId): Promise<string | null> {
	const { id } = session;
	if (!(await session.flush())) return 'The story is not saved yet, so nothing was restored.';
	const present = await host.articles.get({ id });
	if (!present.ok) return present.failure.message;
	const answer = await host.history.restore({ id, revision, basedOn: present.value.revision });
	if (!answer.ok) return answer.failure.message;
	switch (answer.value.kind) {
		case 'saved':
			return null;
		case 'conflict':
			return 'The story was changed at this very moment, so nothing was restored. Try again.';
		case 'gone':
			return answer.value.reason;
	}
}
