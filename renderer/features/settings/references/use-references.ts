import { useCallback, useEffect, useState } from 'react';
import type { ReferenceChange } from '#shared/contract/references.ts';
import type { Host } from '../../../host/host.ts';
import type { JobRun } from '../../../session/basics/use-job.ts';
import type { ReferenceQuestion } from './reference-question.ts';
import { mostTags, type UsedTag } from './tags-editor.tsx';

/** Changes categories and tags in all stories; the desk does it, and says what came of it. */
export interface ReferenceWork {
	/** The change of many stories under way, whatever it is; null when none is. */
	readonly run: JobRun | null;
	readonly change: (change: ReferenceChange) => void;
	readonly cancel: () => void;
}

/** What the settings show of tags, and the question that is asked. */
export function useReferences(host: Host, work: ReferenceWork) {
	const [question, setQuestion] = useState<ReferenceQuestion | null>(null);
	const [begins, setBegins] = useState('');
	const [tags, setTags] = useState<readonly UsedTag[] | null>(null);
	const isBusy = work.run !== null;

	const load = useCallback(async () => {
		const found = await host.articles.facets({ of: 'tag', begins, limit: mostTags });
		// What cannot be listed now is asked for again with the next change.
		if (found.ok) setTags(found.value);
	}, [host, begins]);
	useEffect(() => {
		if (!isBusy) void load();
	}, [isBusy, load]);
	// Once it has ended, what was asked is answered.
	const [wasBusy, setWasBusy] = useState(isBusy);
	if (wasBusy !== isBusy) {
		setWasBusy(isBusy);
		if (!isBusy) setQuestion(null);
	}
	return { question, ask: setQuestion, begins, setBegins, tags };
}
