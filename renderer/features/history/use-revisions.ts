import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryPage, PastRevision } from '#shared/contract/history.ts';
import type { Failure } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Host } from '../../host/host.ts';

const pageSize = 200;

/** A story's revisions as far as they are read. */
export interface Revisions {
	/** Newest first; null until the first page is there. */
	readonly revisions: readonly PastRevision[] | null;
	readonly next: string | null;
	readonly unreadableBytes: number;
	readonly failure: Failure | null;
	/** Reads one page more. */
	readonly more: () => void;
	readonly reload: () => void;
}

interface Read extends Pick<HistoryPage, 'next' | 'unreadableBytes'> {
	readonly revisions: readonly PastRevision[] | null;
	readonly failure: Failure | null;
}
const nothingRead: Read = { revisions: null, next: null, unreadableBytes: 0, failure: null };

/** Reads a story's history page by page, and what is new in it whenever it grows. */
export function useRevisions(host: Host, id: ArticleId): Revisions {
	const [read, setRead] = useState<Read>(nothingRead);
	const turn = useRef(0);
	const asking = useRef(false);

	const reload = useCallback(() => {
		turn.current += 1;
		const mine = turn.current;
		void host.history.list({ id, limit: pageSize }).then((answer) => {
			if (mine !== turn.current) return;
			setRead((old) => (answer.ok ? joined(answer.value, old) : { ...old, failure: answer.failure }));
		});
	}, [host, id]);

	useEffect(() => {
		setRead(nothingRead);
		reload();
		const end = host.subscribe('history.changed', ({ ids }) => {
			if (ids.includes(id)) reload();
		});
		return () => {
			turn.current += 1;
			end();
		};
	}, [host, id, reload]);

	const { next } = read;
	const more = useCallback(() => {
		if (next === null || asking.current) return;
		asking.current = true;
		const mine = turn.current;
		void host.history.list({ id, cursor: next, limit: pageSize }).then((answer) => {
			asking.current = false;
			if (mine !== turn.current) return;
			setRead((old) =>
				answer.ok
					? {
							...old,
							revisions: [...(old.revisions ?? []), ...answer.value.revisions],
							next: answer.value.next,
							failure: null,
						}
					: { ...old, failure: answer.failure },
			);
		});
	}, [host, id, next]);
	return { ...read, more, reload };
}

/** The first page as it is now, and behind it what was read of the rest before. */
function joined(first: HistoryPage, old: Read): Read {
	const { revisions, next, unreadableBytes } = first;
	const last = revisions.at(-1);
	const at = last === undefined ? -1 : (old.revisions ?? []).findIndex(({ id }) => id === last.id);
	const rest = at < 0 ? [] : (old.revisions ?? []).slice(at + 1);
	return {
		revisions: [...revisions, ...rest],
		next: rest.length === 0 ? next : old.next,
		unreadableBytes,
		failure: null,
	};
}
