import { FailureError } from '#shared/failure.ts';
import { dropTaxonomy } from '../references/taxonomy-steps.ts';
import type { Act, StoryStep } from './act.ts';
import type { ActStore } from './act-store.ts';
import type { ActNewsroom } from './run-act.ts';
import { healHalf, stateOfStep } from './story-steps.ts';

/** A story that cannot be read or written now is told when the act comes to it. */
export async function heal({ articles }: ActNewsroom, step: StoryStep): Promise<void> {
	try {
		await healHalf(articles, step);
	} catch (error) {
		if (!(error instanceof FailureError)) throw error;
	}
}

/** Forgets an act that failed before it changed a story, so that nothing is gone on with later; any other stays. */
export async function dropUnbegun(newsroom: ActNewsroom, store: ActStore, act: Act): Promise<void> {
	if (act.undoes === null) {
		const kept = await store.read(act.id);
		for (const step of kept?.steps ?? []) {
			if ((await stateOfStep(newsroom.articles, step)) === 'after') return;
			await healHalf(newsroom.articles, step);
		}
		if (act.taxonomy !== null) await dropTaxonomy(newsroom, act.taxonomy);
	}
	await store.remove(act.id);
}
