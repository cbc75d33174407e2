import type { ArticleId } from '#shared/model/article.ts';
import { isUntouched } from '../new-story.ts';
import { readStory } from '../open-story.ts';
import type { StoreState } from '../state/store-state.ts';
import { emptyTrash } from './empty-trash.ts';
import { readInTrash } from './read-in-trash.ts';
import { restoreStory, trashStory } from './trash-story.ts';

/** Deletes a draft that nothing was ever written in; see the contract. */
export async function discardUntouched(state: StoreState, id: ArticleId): Promise<boolean> {
	const file = await readStory(state, id);
	if (file.kind !== 'article' || file.readOnly !== null || !isUntouched(file.article)) return false;
	await trashStory(state, id);
	// By now nobody writes to it; what another program wrote just before stays.
	const trashed = await readInTrash(state, id);
	if (trashed === null || !isUntouched(trashed.article)) {
		await restoreStory(state, id);
		return false;
	}
	const { deleted } = await emptyTrash(state, [id]);
	return deleted.length > 0;
}
