import type { IndexState } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { CataloguedStory } from '../catalogue.ts';
import type { IndexEvent } from '../index-events.ts';
import type { FoundInTrash } from '../reading.ts';
import type { StoreState } from './store-state.ts';

/** Who hears what is not about stories. */
export interface IndexListener {
	readonly log: (message: string) => void;
	readonly stateChanged?: ((state: IndexState) => void) | undefined;
}

/**
 * Takes over what the index knew and what the scan of the files finds. What Galley itself changed since the scan began is
 * newer than what that tells; such a file is looked at once more, in line with the saves.
 */
export function takeIndexEvent(state: StoreState, event: IndexEvent, listener: IndexListener): void {
	const { reading } = state;
	switch (event.kind) {
		case 'known':
			takeKnown(state, event.stories);
			return;
		case 'catalogued':
			reading.noteCatalogued();
			return;
		case 'trashed':
			for (const story of event.stories) takeTrashed(state, story);
			return;
		case 'trash-read':
			reading.noteTrash();
			return;
		case 'scanned':
			takeScanned(state, event);
			return;
		case 'whole':
			reading.noteWhole();
			return;
		case 'state':
			reading.noteState(event.state);
			listener.stateChanged?.(event.state);
			return;
		case 'failed':
			listener.log(`the index failed for good: ${event.message}`);
			reading.end('The index of this newsroom failed. Your stories are safe; open the newsroom again.');
			return;
		case 'problem':
			listener.log(event.message);
			return;
	}
}

function takeKnown(state: StoreState, stories: readonly CataloguedStory[]): void {
	const { reading } = state;
	if (reading.isWhole()) return;
	// What changed meanwhile is newer.
	for (const story of stories) if (!reading.isTouched(story.id, story.path)) noteFound(state, story);
	reading.noteKnown(stories.length);
}

function takeScanned(state: StoreState, event: Extract<IndexEvent, { readonly kind: 'scanned' }>): void {
	const { catalogue, reading } = state;
	const changed = new Set<ArticleId>();
	// First what is gone, as the same story may have been found elsewhere.
	for (const { id, path } of event.gone) {
		const inTrash = reading.takeTwin(id);
		if ((catalogue.get(id)?.path ?? path) !== path) continue;
		if (reading.isTouched(id, path)) {
			reading.lookAgain(path);
			if (inTrash !== null) reading.lookAgain(inTrash.path);
			continue;
		}
		if (catalogue.get(id) !== null) changed.add(id);
		catalogue.remove(id);
		// It went to the trash while nobody looked.
		if (inTrash !== null) takeTrashed(state, inTrash);
	}
	for (const story of event.stories) {
		const present = catalogue.get(story.id);
		if (present?.path === story.path && present.revision === story.revision) continue;
		if (reading.isTouched(story.id, story.path)) {
			reading.lookAgain(story.path);
			continue;
		}
		noteFound(state, story);
		changed.add(story.id);
	}
	for (const file of event.damaged) {
		if (reading.isTouched(catalogue.at(file.path)?.id ?? '', file.path)) reading.lookAgain(file.path);
		else state.damaged.set(file.path, file);
	}
	// A newsroom that is read for the first time tells how far it is instead.
	if (!reading.isFirst() && (changed.size > 0 || event.damaged.length > 0)) state.changed([...changed]);
}

/** Notes where a story lies; its file is damaged no more, and it lies in the trash no more. */
function noteFound(state: StoreState, story: CataloguedStory): void {
	const { catalogue, damaged, trashed } = state;
	catalogue.put(story);
	damaged.delete(story.path);
	trashed.delete(story.id);
}

function takeTrashed(state: StoreState, story: FoundInTrash): void {
	const { id, path, headline, status, trashed: at } = story;
	const { catalogue, trashed, reading } = state;
	const present = trashed.get(id);
	if (present?.path === path || (present !== undefined && present.trashed > new Date(at))) return;
	if (reading.isTouched(id, path)) reading.lookAgain(path);
	else if (catalogue.get(id) === null) trashed.set(id, { path, headline, status, trashed: new Date(at) });
	// What the index had of an earlier time may be wrong by now.
	else reading.noteTwin(story);
}
