import { useCallback, useEffect } from 'react';
import type { OutputOf } from '#shared/contract/define.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Host } from '../../../host/host.ts';
import { throttle } from '../../../session/basics/throttle.ts';
import { useAnswer } from '../../../session/basics/use-answer.ts';

/** How many stories stand in each queue and category. */
export type Counts = OutputOf<Contract['articles']['counts']>;

/** The counts of the open newsroom, kept up to date; null until they are known. */
export function useCounts(host: Host): Counts | null {
	const { value, reload } = useAnswer(useCallback(() => host.articles.counts({}), [host]));
	useEffect(() => {
		const later = throttle(reload, 120);
		const filled = throttle(reload, 1500);
		const ends = [
			host.subscribe('articles.changed', () => later.call()),
			host.subscribe('newsroom.changed', () => later.call()),
			host.subscribe('index.changed', ({ state }) => (state.kind === 'reading' ? filled : later).call()),
			later.cancel,
			filled.cancel,
		];
		return () => {
			for (const end of ends) end();
		};
	}, [host, reload]);
	return value;
}
