import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#shared/failure.ts';

/** What an operation answered last, and whether it is being asked again. */
export interface Answer<T> {
	/** The last good answer; null until there is one. */
	readonly value: T | null;
	/** Why the last time failed; null when it did not. */
	readonly failure: Failure | null;
	readonly loading: boolean;
	/** Asks again; the value stays until the new one is there. */
	readonly reload: () => void;
}

/**
 * Asks an operation when the component appears and whenever `ask` changes; keep `ask` stable with `useCallback`.
 * An answer that is overtaken by a later question is dropped.
 */
export function useAnswer<T>(ask: () => Promise<Result<T>>): Answer<T> {
	const [state, setState] = useState<Omit<Answer<T>, 'reload'>>({ value: null, failure: null, loading: true });
	const turn = useRef(0);
	const reload = useCallback(() => {
		turn.current += 1;
		const mine = turn.current;
		setState((last) => (last.loading ? last : { ...last, loading: true }));
		void ask().then((result) => {
			if (mine !== turn.current) return;
			setState((last) =>
				result.ok
					? { value: result.value, failure: null, loading: false }
					: { value: last.value, failure: result.failure, loading: false },
			);
		});
	}, [ask]);
	useEffect(() => {
		reload();
		return () => {
			turn.current += 1;
		};
	}, [reload]);
	return { ...state, reload };
}
