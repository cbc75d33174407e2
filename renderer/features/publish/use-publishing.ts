import { useState } from 'react';
import type { Problem } from '#shared/model/problem.ts';
import type { StorySession } from '../../session/story-session.ts';
import { useProblems } from '../../session/use-problems.ts';
import { useReadOnly } from '../../session/use-story.ts';

/** Where the publication of a story stands. */
export interface Publishing {
	readonly problems: readonly Problem[];
	/** Why the story can only be read; undefined when it can be changed. */
	readonly readOnly: string | undefined;
	/** Why it cannot be published now; undefined when it can. */
	readonly blocked: string | undefined;
	/** Why it was not published when it was tried; null when that is not so. */
	readonly refusal: string | null;
	/** Does what answers why it could not be done, or null when it is done; whether it is. */
	run(work: () => Promise<string | null>): Promise<boolean>;
}

/** What both ways of publishing a story look at, and how they do it. */
export function usePublishing(session: StorySession): Publishing {
	const problems = useProblems(session);
	const readOnly = useReadOnly(session) ?? undefined;
	const [isBusy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<string | null>(null);
	const hasErrors = problems.some(({ severity }) => severity === 'error');
	const notNow = isBusy ? 'It is being published.' : hasErrors ? 'The story has errors; fix them first.' : undefined;
	return {
		problems,
		readOnly,
		blocked: readOnly ?? notNow,
		refusal,
		async run(work) {
			setBusy(true);
			const problem = await work();
			setBusy(false);
			setRefusal(problem);
			return problem === null;
		},
	};
}
