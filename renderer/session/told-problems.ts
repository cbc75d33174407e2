import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CheckId } from '#shared/document/checks/check-table.ts';
import type { Problem } from '#shared/model/problem.ts';
import { Listeners } from './basics/listeners.ts';
import type { StorySession } from './story-session.ts';
import { useProblems } from './use-problems.ts';
import { useField } from './use-story.ts';

/** A problem as the desk tells it; quiet is what a draft only does not have yet. */
export interface ToldProblem extends Problem {
	readonly isQuiet: boolean;
}

/** What is found where nobody has written yet. */
const unwritten: readonly string[] = [
	'headline-missing',
	'standfirst-missing',
	'body-missing',
	'category-missing',
] satisfies CheckId[];

const asked = new WeakSet<StorySession>();
const listeners = new Listeners();

/** While this is on the screen, and from then on, nothing of the story is told quietly: somebody wants to publish it. */
export function usePublishAsked(session: StorySession): void {
	useEffect(() => {
		asked.add(session);
		listeners.tell();
	}, [session]);
}

/**
 * What the checks find in the story, as an editor who writes it is told: what a draft does not have yet is no error until it
 * is moved on or somebody wants to publish it, and comes last.
 */
export function useToldProblems(session: StorySession): readonly ToldProblem[] {
	const problems = useProblems(session);
	const status = useField(session, 'status');
	const { published } = useField(session, 'dates');
	// What readers had once is no beginning.
	const isBegun = status === 'draft' && published === null;
	const isAsked = useSyncExternalStore(listeners.add, () => asked.has(session));
	return useMemo(() => {
		const told = problems.map((problem) => ({
			...problem,
			isQuiet: isBegun && !isAsked && unwritten.includes(problem.check),
		}));
		return [...told.filter(({ isQuiet }) => !isQuiet), ...told.filter(({ isQuiet }) => isQuiet)];
	}, [problems, isBegun, isAsked]);
}
