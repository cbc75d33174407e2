import { isDeepStrictEqual } from 'node:util';
import { FailureError } from '#shared/failure.ts';
import { linkedStory } from '../articles/story-summary.ts';
import { type Decision, type ExportChoice, type GoingStory, judge } from './decide.ts';
import type { ExportSource, ReadArticle } from './export-source.ts';
import { cardOf } from './link-card.ts';
import type { Pictures } from './pictures.ts';
import { type ReadStory, readStories } from './read-stories.ts';

/** Something changed while an export was made, so that what was decided holds no longer. */
export class ExportOvertaken extends FailureError {
	constructor(what: string, place: string) {
		super('disk', `${what} changed during the export. Export again.`, place);
	}
}

/** A story that goes out, as its file is now: another text than the one that was judged must come to the same. */
export async function textNow(
	source: ExportSource,
	choice: ExportChoice,
	going: GoingStory,
	{ file, linked }: ReadStory,
	pictures: Pictures,
): Promise<ReadArticle> {
	if (file.kind === 'article' && file.revision === going.revision) return file;
	const again = await judge(source, choice, going.id, file, { pictures, linked, slugs: new Set() });
	const isSame =
		again.kind === 'goes' && isDeepStrictEqual(cardOf(linkedStory(again.file.article), pictures.facts), going.card);
	if (!isSame) throw new ExportOvertaken(`“${going.card.headline}”`, going.id);
	return again.file;
}

/** Throws `ExportOvertaken` where a story that was made may not go out any more, or would be linked to otherwise. */
export async function mustStillGo(
	source: ExportSource,
	choice: ExportChoice,
	{ going }: Decision,
	pictures: Pictures,
): Promise<void> {
	const changed = await source.changed();
	const others = new Map<string, GoingStory>();
	for (const story of going) {
		const file = changed.get(story.id);
		const revision = file?.kind === 'article' ? file.revision : source.revisionOf(story.id);
		if (revision !== story.revision) others.set(story.id, story);
	}
	for await (const read of readStories(source, [...others.keys()], changed, (id) => others.get(id)?.path)) {
		const story = others.get(read.id);
		if (story !== undefined) await textNow(source, choice, story, read, pictures);
	}
}
