import { StoryFilter } from '#shared/contract/articles.ts';
import type { ExportScope } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { exportedStatuses, listedStatuses } from '#shared/model/status.ts';
import { linkedStory } from '../articles/story-summary.ts';
import { type FindLinked, linkedIds } from './assess.ts';
import type { ChangedStories, ExportSource, StoryFile } from './export-source.ts';

/** A story that an export is about, as its file now is, and the stories that it links to. */
export interface ReadStory {
	readonly id: ArticleId;
	readonly file: StoryFile;
	readonly linked: FindLinked;
}

/** So many are read together, so that an export of many waits for the disk and the index once for all of them. */
const together = 32;

/** Reads stories in their order, a few ahead of the one that is taken. */
export async function* readStories(
	source: Pick<ExportSource, 'read' | 'linked'>,
	ids: readonly ArticleId[],
	changed: ChangedStories = new Map(),
	seenAt: (id: ArticleId) => string | undefined = () => undefined,
): AsyncGenerator<ReadStory> {
	const readSome = async (from: number): Promise<ReadStory[]> => {
		const some = ids.slice(from, from + together);
		const files = await Promise.all(some.map((id) => changed.get(id) ?? source.read(id, seenAt(id))));
		const wanted = new Set(files.flatMap((file) => (file.kind === 'article' ? linkedIds(file.article) : [])));
		const known = await source.linked([...wanted]);
		const linked: FindLinked = (id) => {
			const file = changed.get(id);
			return file?.kind === 'article' ? linkedStory(file.article) : (known.get(id) ?? null);
		};
		return files.map((file, at) => ({ id: some[at] ?? '', file, linked }));
	};
	let next = readSome(0);
	for (let from = 0; from < ids.length; from += together) {
		const stories = await next;
		next = readSome(from + together);
		// What goes wrong is told when its turn comes, which it never does when nobody reads on.
		next.catch(() => {});
		yield* stories;
	}
}

/** The next of stories that are being read; there has to be one. */
export async function nextStory(reading: AsyncGenerator<ReadStory>): Promise<ReadStory> {
	const next = await reading.next();
	if (next.done) throw new Error('Fewer stories were read than were asked for.');
	return next.value;
}

/**
 * The stories that an export is about, newest first; of all, those that the index or their own files have as published, or ready where
 * ready ones are asked for.
 */
export async function chosenStories(
	source: ExportSource,
	{ scope, ready }: { readonly scope: ExportScope; readonly ready: boolean },
	changed: ChangedStories,
): Promise<readonly ArticleId[]> {
	switch (scope.kind) {
		case 'one':
			return [scope.id];
		case 'some':
			return (await source.stories(scope.selection)).map(({ id }) => id);
		case 'all': {
			const known = await source.stories({ kind: 'filter', filter: StoryFilter.parse({}), except: [] });
			const wanted = ready ? listedStatuses : exportedStatuses;
			const found = new Set(known.filter(({ status }) => wanted.includes(status)).map(({ id }) => id));
			for (const [id, file] of changed) {
				if (file?.kind === 'article' && wanted.includes(file.article.status)) found.add(id);
			}
			return [...found];
		}
	}
}
