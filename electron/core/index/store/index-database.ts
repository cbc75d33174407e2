import type { FoundStory, LinkedStory, ListedStory, Queue, Selection, StoryFilter } from '#shared/contract/articles.ts';
import { StoryFilter as AnyStory } from '#shared/contract/articles.ts';
import type { LibraryPictures, PictureUse } from '#shared/contract/newsroom.ts';
import type { CarriedReference } from '#shared/contract/references.ts';
import type { SuggestedStory, SuggestionQuestion } from '#shared/contract/suggestions.ts';
import { checksOf, raisedChecks } from '#shared/document/checks/check-settings.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { exportedStatuses } from '#shared/model/status.ts';
import type { CarryingStory, ListQuery, NotedStory, StoryStatus } from '../../articles/article-index.ts';
import { carryingStories } from '../query/carrying-stories.ts';
import { createCounts } from '../query/count-stories.ts';
import { linkedOf, linkedStories, linkingStories, notedStories, trendingStories } from '../query/linked-stories.ts';
import { cursorBehind, pageOf, summariesOf, totalOf } from '../query/list-stories.ts';
import { picturesOf, pictureUses, shownPictures } from '../query/pictures.ts';
import { bestStories, snippetsOf } from '../query/search-stories.ts';
import { selectStories } from '../query/select-stories.ts';
import { conditionsOf, type FilterContext } from '../query/story-conditions.ts';
import type { Reader } from '../query/story-source.ts';
import { suggestStories } from '../query/suggest-stories.ts';
import { createTaxonomy } from '../query/taxonomy.ts';
import { createCategorySets } from './category-sets.ts';
import { numberAt } from './connection.ts';
import { type FileRecord, fileRecord, storedFiles, storyAt } from './file-records.ts';
import { withNamedFailures } from './index-failure.ts';
import { closeIndex, openIndex } from './open-index.ts';
import { putStory, removeStory } from './put-story.ts';
import type { FacetKind, StoryEntry } from './story-entry.ts';
import { createFacets } from './story-facets.ts';
import { createTidying } from './tidy-index.ts';

/**
 * The index of a newsroom's stories in a SQLite database, in whatever thread opens it. Every operation throws
 * `IndexDamaged` when the database turns out to be damaged; closed and opened again, it is made anew.
 */
export interface IndexDatabase {
	/** Takes a story as it now is; `mark` tells later without reading whether its file is still the same. */
	put(entry: StoryEntry, mark: string): void;
	remove(id: ArticleId): void;
	/**
	 * Follows the taxonomy and the settings as they now are. True when stories were counted as having problems by other
	 * checks than these: then all files are to be read again.
	 */
	follow(newsroom: Newsroom, categories: readonly Category[]): boolean;
	list(query: ListQuery): { rows: ListedStory[]; next: string | null };
	total(filter: StoryFilter): number;
	countQueues(): Record<Queue, number>;
	countCategories(): Record<Slug, number>;
	facets(of: FacetKind, begins: string, limit: number): { value: string; stories: number }[];
	search(text: string, limit: number, exclude: readonly ArticleId[]): FoundStory[];
	linked(ids: readonly ArticleId[]): LinkedStory[];
	linkingTo(ids: readonly ArticleId[]): ArticleId[];
	carrying(carried: CarriedReference): CarryingStory[];
	suggest(asked: SuggestionQuestion): SuggestedStory[];
	pictures(text: string, offset: number, limit: number): LibraryPictures;
	shownPictures(media: readonly MediaPath[]): MediaPath[];
	pictureUses(media: MediaPath, limit: number): PictureUse[];
	trending(): LinkedStory[];
	noted(): NotedStory[];
	select(selection: Selection): StoryStatus[];
	record(id: ArticleId): FileRecord | null;
	/** The story whose file lies there. */
	storyAt(path: string): ArticleId | null;
	/** Files by path, from one path up to, without it, another, so many at a time; all of them without these paths. */
	storedFiles(size: number, from?: string, to?: string): IterableIterator<readonly FileRecord[]>;
	/** Takes what tells that a story's file is still the same, when nothing else of it changed. */
	setMark(id: ArticleId, mark: string): void;
	/**
	 * From here on changes are kept together, and questions in between see them, until `commit`. One that throws takes all
	 * of them back.
	 */
	begin(): void;
	/** Keeps the changes since `begin`. */
	commit(): void;
	/** Moves what was kept from the log to its place, between transactions; takes some tens of milliseconds after many changes. */
	moveLog(): void;
	/**
	 * Puts the database in order after changes, a little at a time and between transactions, so that it stays quick; false
	 * when nothing is left to do.
	 */
	tidy(): boolean;
	/** Compares what is on the disk with its checksums, in small steps between transactions; throws `IndexDamaged`. */
	check(): Generator<void>;
	/** Nothing of an earlier time was there or usable. */
	readonly isNew: boolean;
	/** What was wrong with the one of an earlier time, which is deleted; null when nothing was. */
	readonly damage: string | null;
	close(): void;
}

/** So many totals are kept until the next change. */
const mostTotals = 200;

/** To gather so many stories takes as long as to find a page of them by walking through a hundred thousand. */
const usuallyFew = 3000;

/**
 * Opens the index in a file, or in memory as `:memory:`. One that is damaged or of another version is deleted and made
 * anew. Throws `IndexBusy` when another process has it open, `IndexUnusable` when the disk does not let us keep it. What
 * is in more than `few` stories is looked for in another way, with the same answers.
 */
export function openIndexDatabase(file: string, few = usuallyFew): IndexDatabase {
	const opened = openIndex(file);
	const { connection, sums, isNew, damage } = opened;
	const categorySets = createCategorySets(connection);
	const facets = createFacets(connection);
	const counts = createCounts(connection, categorySets);
	const tidying = createTidying(opened);
	const writer = { connection, categorySets, facets };
	const reader: Reader = { connection, facets, few };
	let around: FilterContext = { facets, categorySets, taxonomy: createTaxonomy([]), timeZone: 'UTC' };
	const forget = () => {
		counts.forget();
		totals.clear();
	};
	const totals = new Map<string, number>();

	/** How many changes were made since the last `commit`. */
	let changes = 0;
	const begin = () => {
		if (!connection.isInTransaction) connection.script('begin immediate');
	};
	const commit = () => {
		if (!connection.isInTransaction) return;
		connection.script('commit');
		tidying.changed(changes);
		changes = 0;
	};
	const orTakeBack = (work: () => void) => {
		try {
			work();
		} catch (error) {
			forget();
			categorySets.forget();
			changes = 0;
			// A grave failure has ended the transaction already.
			if (connection.isInTransaction) connection.script('rollback');
			throw error;
		}
	};
	const change = (work: () => void) => {
		forget();
		const isGathering = connection.isInTransaction;
		orTakeBack(() => {
			begin();
			changes += 1;
			work();
			if (!isGathering) commit();
		});
	};
	const total = (filter: StoryFilter): number => {
		const key = JSON.stringify(filter);
		const known = totals.get(key);
		if (known !== undefined) return known;
		const counted = totalOf(reader, conditionsOf(filter, around));
		if (totals.size >= mostTotals) totals.clear();
		totals.set(key, counted);
		return counted;
	};

	const list = ({ filter, sort, cursor, limit, offset = 0 }: ListQuery) => {
		const conditions = conditionsOf(filter, around);
		const isRanked = sort === 'best' && conditions.text !== null;
		let stories: { n: number }[];
		let next: string | null = null;
		if (isRanked) {
			const from = placeOf(cursor) + offset;
			const found = bestStories(reader, conditions, from + limit + 1);
			stories = found.slice(from, from + limit).map((n) => ({ n }));
			if (found.length > from + limit) next = String(from + limit);
		} else {
			const found = pageOf(reader, conditions, sort === 'best' ? 'updated' : sort, cursor, limit + 1, offset);
			stories = found.slice(0, limit);
			const last = found[limit - 1];
			if (found.length > limit && last !== undefined) next = cursorBehind(last);
		}
		const snippets = snippetsOf(reader, stories, conditions.text);
		const rows = summariesOf(reader, stories).map((summary, at) => ({ ...summary, snippet: snippets[at] ?? null }));
		return { rows, next };
	};

	const search = (text: string, limit: number, exclude: readonly ArticleId[]): FoundStory[] => {
		const conditions = conditionsOf(AnyStory.parse({ text }), around);
		const excluded = {
			sql: 'story.id not in (select value from json_each(?))',
			parameters: [JSON.stringify(exclude)],
		};
		const plain = exclude.length === 0 ? conditions.plain : [...conditions.plain, excluded];
		const stories = bestStories(reader, { ...conditions, plain }, limit).map((n) => ({ n }));
		const snippets = snippetsOf(reader, stories, conditions.text);
		return linkedOf(connection, stories).map((linked, at) => ({ ...linked, snippet: snippets[at] ?? null }));
	};

	return {
		put: (entry, mark) => withNamedFailures(() => change(() => putStory(writer, entry, mark))),
		remove: (id) => withNamedFailures(() => change(() => removeStory(writer, id))),
		follow: (newsroom, categories) =>
			withNamedFailures(() => {
				const taxonomy = createTaxonomy(categories);
				around = { ...around, taxonomy, timeZone: newsroom.timeZone };
				const judging = hashOf(raisedChecks(checksOf(newsroom)));
				const isOutdated = numberAt(connection.row('pragma application_id'), 0) !== judging;
				change(() => {
					categorySets.follow(taxonomy.slugs);
					if (!isOutdated) return;
					connection.run("update file set mark = ''", []);
					connection.script(`pragma application_id = ${judging}`);
				});
				return isOutdated;
			}),
		list: (query) => withNamedFailures(() => list(query)),
		total: (filter) => withNamedFailures(() => total(filter)),
		countQueues: () => withNamedFailures(() => counts.queues()),
		countCategories: () => withNamedFailures(() => counts.categories(around.taxonomy)),
		facets: (of, begins, limit) => withNamedFailures(() => facets.list(of, begins, limit)),
		search: (text, limit, exclude) => withNamedFailures(() => search(text, limit, exclude)),
		linked: (ids) => withNamedFailures(() => linkedStories(connection, ids)),
		linkingTo: (ids) => withNamedFailures(() => linkingStories(connection, ids)),
		carrying: (carried) => withNamedFailures(() => carryingStories(reader, categorySets, carried)),
		suggest: (asked) => withNamedFailures(() => suggestStories(reader, categorySets, asked)),
		pictures: (text, offset, limit) => withNamedFailures(() => picturesOf(connection, text, offset, limit)),
		shownPictures: (media) => withNamedFailures(() => shownPictures(connection, media)),
		pictureUses: (media, limit) => withNamedFailures(() => pictureUses(connection, media, limit)),
		noted: () => withNamedFailures(() => notedStories(connection)),
		trending: () => withNamedFailures(() => trendingStories(connection, exportedStatuses)),
		select: (selection) => withNamedFailures(() => selectStories(reader, around, selection)),
		record: (id) => withNamedFailures(() => fileRecord(connection, id)),
		storyAt: (path) => withNamedFailures(() => storyAt(connection, path)),
		storedFiles: (size, from, to) => storedFiles(connection, size, from, to),
		setMark: (id, mark) =>
			withNamedFailures(() => {
				connection.run('update file set mark = ? where n = (select n from story where id = ?)', [mark, id]);
			}),
		begin: () => withNamedFailures(begin),
		commit: () => withNamedFailures(() => orTakeBack(commit)),
		moveLog: () => withNamedFailures(() => tidying.moveLog()),
		tidy: () => withNamedFailures(() => !connection.isInTransaction && tidying.tidy()),
		*check() {
			// Until then, a crash may have left some of the log in its place.
			withNamedFailures(() => tidying.moveLog());
			const steps = sums.check();
			while (!withNamedFailures(() => steps.next()).done) yield;
		},
		isNew,
		damage,
		close: () => withNamedFailures(() => closeIndex(opened)),
	};
}

/** A number of 31 bits that tells one text from another; 0 for none. */
function hashOf(text: string): number {
	let hash = 0;
	for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) & 0x7fffffff;
	return hash;
}

/** How many of the best stories came before; what is no number is the cursor of another order, and begins anew. */
function placeOf(cursor: string | null): number {
	return cursor !== null && /^\d{1,8}$/.test(cursor) ? Number(cursor) : 0;
}
