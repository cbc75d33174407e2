import { isDeepStrictEqual } from 'node:util';
import { linkedStory } from '../articles/story-summary.ts';
import { type Decision, type ExportChoice, type GoingStory, judge } from './decide.ts';
import { ExportOvertaken } from './export-failure.ts';
import type { ExportSource, ReadArticle } from './export-source.ts';
import { cardOf } from './link-card.ts';
import type { Pictures } from './pictures.ts';
import { type ReadStory, readStories } from './read-stories.ts';

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
	// One that was not read was to come out as before, which it does no longer.
	const isSame =
		again.kind === 'goes' && isDeepStrictEqual(cardOf(linkedStory(again.file.article), pictures.facts), going.card);
	if (!isSame) throw new ExportOvertaken(going.card === null ? 'A story' : `“${going.card.headline}”`, going.id);
	return again.file;
}

/** Throws `ExportOvertaken` where a story that was made may not go out any more, or would be linked to otherwise. */
export async function mustStillGo(
	source: ExportSource,
	choice: ExportChoice,
	{ going, withdrawn }: Decision,
	pictures: Pictures,
): Promise<void> {
	const changed = await source.changed();
	for (const { id, revision } of withdrawn) {
		const file = changed.get(id);
		const now = file === undefined ? source.revisionOf(id) : file?.kind === 'article' ? file.revision : null;
		if (now !== revision) throw new ExportOvertaken('A story that was withdrawn', id);
	}
	const others = new Map<string, GoingStory>();
	for (const story of going) {
		const file = changed.get(story.id);
		const known = file === undefined ? source.revisionOf(story.id) : null;
		const revision = file?.kind === 'article' ? file.revision : known;
		if (revision !== story.revision) others.set(story.id, story);
	}
	for await (const read of readStories(source, [...others.keys()], changed, (id) => others.get(id)?.path)) {
		const story = others.get(read.id);
		if (story !== undefined) await textNow(source, choice, story, read, pictures);
	}
}
