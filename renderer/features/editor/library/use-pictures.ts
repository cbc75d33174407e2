import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryPicture } from '#shared/contract/newsroom.ts';
import { useHost } from '../../../host/host-context.tsx';

/** So many are asked for at a time. */
const atOnce = 100;

export interface FoundPictures {
	readonly kind: 'loading' | 'done' | 'failed';
	readonly pictures: readonly LibraryPicture[];
	readonly total: number;
	/** Why they could not be looked for. */
	readonly message: string | null;
}

/** The pictures of the newsroom with these words; `more` asks for those that come next. */
export function usePictures(text: string): FoundPictures & { more(): void } {
	const host = useHost();
	const [found, setFound] = useState<FoundPictures>({ kind: 'loading', pictures: [], total: 0, message: null });
	const asked = useRef({ text: '', isAsking: false });

	const ask = useCallback(
		async (words: string, before: readonly LibraryPicture[]) => {
			asked.current = { text: words, isAsking: true };
			const answer = await host.media.list({ text: words, offset: before.length, limit: atOnce });
			if (asked.current.text !== words) return;
			asked.current.isAsking = false;
			if (!answer.ok) setFound({ kind: 'failed', pictures: before, total: 0, message: answer.failure.message });
			else {
				const { pictures, total } = answer.value;
				const known = new Set(before.map(({ media }) => media));
				const next = pictures.filter(({ media }) => !known.has(media));
				// A page without anything new ends the list, whatever was counted.
				const isEnd = pictures.length === 0;
				const all = [...before, ...next];
				setFound({ kind: 'done', pictures: all, total: isEnd ? all.length : total, message: null });
			}
		},
		[host],
	);
	useEffect(() => {
		const words = text.trim();
		// What was found stays while the next words are looked for, so that the window does not flicker.
		const timer = setTimeout(() => void ask(words, []), words === '' ? 0 : 80);
		return () => clearTimeout(timer);
	}, [ask, text]);
	return {
		...found,
		more: () => {
			if (!asked.current.isAsking && found.kind === 'done' && found.pictures.length < found.total)
				void ask(asked.current.text, found.pictures);
		},
	};
}
