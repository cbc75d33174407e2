import type { DamagedFile, IndexState } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { ArticleFile } from '../articles/article-file.ts';
import { readFoundFile } from '../articles/article-scan.ts';
import type { CataloguedStory } from '../articles/catalogue.ts';
import type { FoundInTrash, ReadingControl } from '../articles/reading.ts';
import { type Shelf, shelve } from '../articles/shelf.ts';
import type { IndexEvent } from './thread/index-events.ts';

/** Who hears what is not for the shelf. */
export interface IndexListener {
	readonly log: (message: string) => void;
	readonly stateChanged?: ((state: IndexState) => void) | undefined;
}

/**
 * Puts on the shelf what the index knew and what the scan of the files finds. What Galley itself changed since the scan
 * began is newer than what that tells; such a file is looked at once more, in line with the saves.
 */
export function takeIndexEvent(
	shelf: Shelf,
	event: IndexEvent,
	reading: ReadingControl,
	listener: IndexListener,
): void {
	switch (event.kind) {
		case 'known':
			takeKnown(shelf, event.stories, reading);
			return;
		case 'catalogued':
			reading.noteCatalogued();
			return;
		case 'trashed':
			for (const story of event.stories) takeTrashed(shelf, story, reading);
			return;
		case 'trash-read':
			reading.noteTrash();
			return;
		case 'scanned':
			takeScanned(shelf, event, reading);
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

function takeKnown(shelf: Shelf, stories: readonly CataloguedStory[], reading: ReadingControl): void {
	if (reading.isWhole()) return;
	// What changed meanwhile is newer.
	for (const story of stories) if (!reading.isTouched(story.id, story.path)) place(shelf, story);
	reading.noteKnown(stories.length);
}

function takeScanned(
	shelf: Shelf,
	event: Extract<IndexEvent, { readonly kind: 'scanned' }>,
	reading: ReadingControl,
): void {
	const { catalogue } = shelf;
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
		if (inTrash !== null) takeTrashed(shelf, inTrash, reading);
	}
	for (const story of event.stories) {
		const present = catalogue.get(story.id);
		if (present?.path === story.path && present.revision === story.revision) continue;
		if (reading.isTouched(story.id, story.path)) {
			reading.lookAgain(story.path);
			continue;
		}
		place(shelf, story);
		changed.add(story.id);
	}
	for (const file of event.damaged) {
		if (reading.isTouched(catalogue.at(file.path)?.id ?? '', file.path)) reading.lookAgain(file.path);
		else noteDamage(shelf, file);
	}
	// A newsroom that is read for the first time tells how far it is instead.
	if (!reading.isFirst() && (changed.size > 0 || event.damaged.length > 0)) shelf.changed([...changed]);
}

/** Notes where a story lies; its file is damaged no more, and it lies in the trash no more. */
function place(shelf: Shelf, story: CataloguedStory): void {
	const { catalogue, damaged, trashed } = shelf;
	catalogue.put(story);
	damaged.delete(story.path);
	trashed.delete(story.id);
}

function takeTrashed(shelf: Shelf, story: FoundInTrash, reading: ReadingControl): void {
	const { id, path, headline, status, trashed: at } = story;
	const { catalogue, trashed } = shelf;
	const present = trashed.get(id);
	if (present?.path === path || (present !== undefined && present.trashed > new Date(at))) return;
	if (reading.isTouched(id, path)) reading.lookAgain(path);
	else if (catalogue.get(id) === null) trashed.set(id, { path, headline, status, trashed: new Date(at) });
	// What the index had of an earlier time may be wrong by now.
	else reading.noteTwin(story);
}

/** Looks at the damaged files again: one that was mended is a story from then on, one that was deleted is forgotten. */
export async function recheckDamaged(shelf: Shelf): Promise<void> {
	for (const { path } of [...shelf.damaged.values()]) {
		const content = await readFoundFile(shelf.disk, shelf.folder().path, path);
		// A save or another look has mended it meanwhile.
		if (!shelf.damaged.has(path)) continue;
		if (content === null) shelf.damaged.delete(path);
		else if (content.kind === 'damaged') noteDamage(shelf, { path, reason: content.reason, line: content.line });
		else mend(shelf, content, path);
	}
}

function mend(shelf: Shelf, { article, revision }: ArticleFile, path: string): void {
	const twin = shelf.catalogue.get(article.id)?.path ?? path;
	if (twin !== path) return;
	shelf.damaged.delete(path);
	shelve(shelf, article, path, revision);
	shelf.changed([article.id]);
}

function noteDamage(shelf: Shelf, file: DamagedFile): void {
	shelf.damaged.set(file.path, file);
}
