import { useState } from 'react';

/** Something while it is edited. */
export interface Editing<Draft> {
	readonly draft: Draft;
	readonly setDraft: (draft: Draft) => void;
	/** Whether it was edited; only then is there something to save. */
	readonly isEdited: boolean;
}

/** Edits something; as long as nothing was edited, the draft follows what others make of it. */
export function useDraft<Source, Draft>(source: Source, draftOf: (source: Source) => Draft): Editing<Draft> {
	const [first, setFirst] = useState(() => ({ source, draft: draftOf(source) }));
	const [draft, setDraft] = useState(first.draft);
	const isEdited = draft !== first.draft;
	if (source !== first.source) {
		const next = isEdited ? first.draft : draftOf(source);
		setFirst({ source, draft: next });
		if (!isEdited) setDraft(next);
	}
	return { draft, setDraft, isEdited };
}
