import type { PlannedStory } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import type { KeptStories } from '../history/pack-writer.ts';
import type { Earlier, ExportTools, Sink } from './assemble.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import type { IndexLine } from './index-file.ts';
import { hireMakers, makeStories } from './make-stories.ts';
import type { MadeStory, StoryToMake } from './story-maker.ts';

/** A story whose file is made. */
export type Published = Extract<MadeStory, { readonly kind: 'made' }>;

/** What became of the stories of an export. */
export interface Outcome {
	/** Those that are told of, in the order in which they were chosen. */
	readonly rows: readonly PlannedStory[];
	/** Those that keep what an earlier export made of them. */
	readonly later: readonly ArticleId[];
	readonly kept: readonly KeptStories[];
}

/** Has each story made; `take` hears of those whose files are there, and answers what is told of them. */
export async function eachStory(
	source: ExportSource,
	chosen: readonly ArticleId[],
	earlier: Earlier,
	sink: Sink,
	tools: ExportTools,
	take: (made: Published, line: IndexLine) => Promise<PlannedStory | null>,
): Promise<Outcome> {
	const rows = new Map<ArticleId, PlannedStory>();
	const taken = new Set<Slug>();
	const later: ArticleId[] = [];
	/** Those that share a slug, of which the first that is good gets it. */
	const twins: StoryToMake[] = [];
	let done = 0;

	const asked = async (id: ArticleId, slug: Slug | null): Promise<StoryToMake> => {
		return { id, path: await source.place(id), slug, isSlugTaken: false, kept: sink.keeping?.newest(id) ?? null };
	};

	/** Hears what became of a story; an entry for `index.json`, where it has one, begins there in these bytes. */
	const receive = async (made: MadeStory, bytes: Uint8Array, from: number): Promise<void> => {
		switch (made.kind) {
			case 'missing':
				later.push(made.id);
				break;
			case 'renamed':
				twins.push(await asked(made.id, made.slug));
				return;
			case 'withheld':
				rows.set(made.id, made.row);
				// Readers keep the version that was good, unless the story was taken back.
				if (made.row.outcome === 'blocked' && !made.isWithdrawn) later.push(made.id);
				break;
			case 'made': {
				taken.add(made.slug);
				const { id, at, entryLength: length } = made;
				const row = await take(made, { id, at, bytes, from, length });
				if (row !== null) rows.set(made.id, row);
				break;
			}
		}
		done += 1;
		tools.onProgress?.(done, chosen.length);
	};

	async function* inOrder(): AsyncGenerator<StoryToMake> {
		const slugs = new Set<Slug>();
		for (const id of chosen) {
			const slug = source.slugOf(id);
			const story = await asked(id, slug);
			if (slug !== null && slugs.has(slug)) twins.push(story);
			else yield story;
			if (slug !== null) slugs.add(slug);
		}
	}
	async function* inTurn(): AsyncGenerator<StoryToMake> {
		for (let twin = twins.shift(); twin !== undefined; twin = twins.shift()) {
			yield { ...twin, isSlugTaken: twin.slug !== null && taken.has(twin.slug) };
		}
	}

	const places = { earlier: earlier.folder, next: sink.folder, place: sink.keeping?.place ?? null };
	const crew = await hireMakers(source, places, chosen.length);
	const makeAll = async (stories: AsyncIterator<StoryToMake>, one: Partial<typeof crew>) => {
		for await (const { stories: some, entries } of makeStories({ ...crew, ...one }, stories, tools.signal)) {
			let from = 0;
			for (const made of some) {
				stopIfCancelled(tools.signal);
				await receive(made, entries, from);
				if (made.kind === 'made') from += made.entryLength;
			}
		}
	};
	try {
		tools.onProgress?.(0, chosen.length);
		await makeAll(inOrder(), {});
		// Whether a slug is free is known only once those before have theirs.
		await makeAll(inTurn(), { batch: 1, ahead: 1 });
		const kept = await Promise.all(crew.makers.map((maker) => maker.finish()));
		return { rows: chosen.flatMap((id) => rows.get(id) ?? []), later, kept };
	} finally {
		await crew.close();
	}
}
