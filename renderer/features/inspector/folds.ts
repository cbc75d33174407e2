import { useCallback, useState } from 'react';
import { articleFields, type Fold, fieldNames } from '#shared/document/fields.ts';
import type { StorySession } from '../../session/story-session.ts';

export type { Fold };

/** The fields of a story that the inspector holds, each with its tab and the part that must be unfolded to reach it. */
export const inspectorFields = fieldNames.flatMap((name) => {
	const { place } = articleFields[name];
	if (place.at !== 'story' && place.at !== 'notes') return [];
	return [{ name, tab: place.at, fold: place.at === 'story' ? place.fold : null }];
});

/** What is unfolded of each open story, as its details go away while the history or the page stands in their place. */
const kept = new WeakMap<StorySession, ReadonlySet<Fold>>();

/** The parts of a story that are unfolded, and the stable function that folds one or unfolds it. */
export function useFolds(
	session: StorySession,
): [unfolded: ReadonlySet<Fold>, onFold: (fold: Fold, expanded: boolean) => void] {
	const [unfolded, setUnfolded] = useState(() => kept.get(session) ?? firstUnfolded(session));
	const onFold = useCallback(
		(fold: Fold, expanded: boolean) =>
			setUnfolded((old) => {
				const next = new Set(expanded ? [...old, fold] : [...old].filter((other) => other !== fold));
				kept.set(session, next);
				return next;
			}),
		[session],
	);
	return [unfolded, onFold];
}

/** Who wrote it is asked of a story that does not say so yet. */
function firstUnfolded(session: StorySession): ReadonlySet<Fold> {
	return new Set<Fold>(session.getField('byline').length === 0 ? ['byline'] : []);
}
