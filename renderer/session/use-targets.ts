import { useCallback, useEffect } from 'react';
import type { TargetState } from '#shared/contract/targets.ts';
import { useHost } from '../host/host-context.tsx';
import { useAnswer } from './basics/use-answer.ts';

const none: readonly TargetState[] = [];

/** The targets of the newsroom, and how each stands now. */
export function useTargets(): readonly TargetState[] {
	const host = useHost();
	const { value, reload } = useAnswer(useCallback(() => host.targets.states({}), [host]));
	useEffect(() => {
		const ends = [host.subscribe('targets.changed', reload), host.subscribe('newsroom.changed', reload)];
		return () => {
			for (const end of ends) end();
		};
	}, [host, reload]);
	return value ?? none;
}

/** The targets that publishing writes at once, as a sentence has them: "Site", "Site and Archive", "3 targets"; null when there is none. */
export function writtenTargets(targets: readonly Pick<TargetState, 'name' | 'onPublish'>[]): string | null {
	const names = targets.filter(({ onPublish }) => onPublish).map(({ name }) => name);
	if (names.length > 2) return `${names.length} targets`;
	return names.length === 0 ? null : names.join(' and ');
}
