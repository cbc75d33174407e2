import type {
	ArticleSort,
	ArticleSummary,
	FoundStory,
	LinkedStory,
	ListedStory,
	Queue,
	Selection,
	StoryFilter,
} from '#shared/contract/articles.ts';
import type { LibraryPictures, PictureUse } from '#shared/contract/newsroom.ts';
import type { CarriedReference } from '#shared/contract/references.ts';
import type { SuggestedStory, SuggestionQuestion } from '#shared/contract/suggestions.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import type { GalleryPicture, MediaPath } from '#shared/model/block.ts';
import type { Category, Slug } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { Status } from '#shared/model/status.ts';

/** What the index holds of one story. */
export interface IndexedStory {
	/** Its `errors` count what is wrong in the story itself; links and categories that are gone come on top. */
	readonly summary: ArticleSummary;
	readonly linked: LinkedStory;
	/** Stories that it links to. */
	readonly links: readonly ArticleId[];
	/** Its words for the search as they stand, each kind on its own; `rest` is tags, byline and body. */
	readonly words: { readonly headline: string; readonly standfirst: string; readonly rest: string };
	/** Addresses that it had before. */
	readonly formerSlugs: readonly Slug[];
	/** The pictures that it shows, in their order. */
	readonly pictures: readonly ShownPicture[];
	/** What its file holds. */
	readonly revision: Revision;
	/** When readers were last told of a change, a moment or a day; null when never. */
	readonly noted: string | null;
}

/** A picture with what a story says of it. */
export type ShownPicture = Pick<GalleryPicture, 'media' | 'alt' | 'caption' | 'credit'>;

/** A story in which readers were told of a change. */
export interface NotedStory {
	readonly id: ArticleId;
	/** When that was last, in milliseconds. */
	readonly latest: number;
}

/** A story as it lies in its file. */
export interface FiledStory {
	readonly article: Article;
	readonly path: string;
	/** What the file holds. */
	readonly revision: Revision;
	/** Whether readers have another version. */
	readonly hasChanges: boolean;
}

/** One page of a list that is asked for. */
export interface ListQuery {
	readonly filter: StoryFilter;
	readonly sort: ArticleSort;
	/** The `next` of the page before; null for the first. */
	readonly cursor: string | null;
	readonly limit: number;
	/** How many stories are passed over from there; none when left out. */
	readonly offset?: number | undefined;
}

/** A story's id with what an export chooses by. */
export interface StoryStatus {
	readonly id: ArticleId;
	readonly status: Status;
}

/** A story that carries a category or a tag. */
export interface CarryingStory {
	readonly id: ArticleId;
	/** Whether it is in that category and no other. */
	readonly isAlone: boolean;
}

/** What a look at the marks of all files found. */
export interface Sweep {
	/** The folders of stories and of the trash, each with what tells it from one of the same name that was made anew. */
	readonly folders: ReadonlyMap<string, string>;
	/** Files that are new, other than the index has them, or gone. Each change of a file is told once. */
	readonly files: readonly string[];
}

/**
 * Finds stories without reading their files. It can always be made again from them. Questions are answered in the order
 * in which they and the changes come, so that each sees every change that was made before it was asked.
 */
export interface ArticleIndex {
	/** Takes a story as it now is. */
	put(story: FiledStory): void;
	remove(id: ArticleId): void;
	/** Follows the taxonomy and the settings as they now are: categories above, time zone, limits. */
	follow(newsroom: Newsroom, categories: readonly Category[]): void;
	list(query: ListQuery): Promise<{ rows: ListedStory[]; next: string | null }>;
	total(filter: StoryFilter): Promise<number>;
	countQueues(): Promise<Record<Queue, number>>;
	/** How many stories a list of each category shows, those of the categories below it included. */
	countCategories(): Promise<Record<Slug, number>>;
	facets(
		of: 'tag' | 'author' | 'language',
		begins: string,
		limit: number,
	): Promise<{ value: string; stories: number }[]>;
	search(text: string, limit: number, exclude: readonly ArticleId[]): Promise<FoundStory[]>;
	/** What links to these stories show, in the order asked for; an id that is gone is left out. */
	linked(ids: readonly ArticleId[]): Promise<LinkedStory[]>;
	/** The stories that are most like one, the likest first. */
	suggest(asked: SuggestionQuestion): Promise<SuggestedStory[]>;
	/** The other stories whose files link to one of these, as related post or next read. */
	linkingTo(ids: readonly ArticleId[]): Promise<ArticleId[]>;
	/** The stories whose files carry a category itself, or a tag in any way of writing it; newest first. */
	carrying(carried: CarriedReference): Promise<CarryingStory[]>;
	/** The pictures that stories show, see `media.list`. */
	pictures(text: string, offset: number, limit: number): Promise<LibraryPictures>;
	/** Those of some pictures that a story shows. */
	shownPictures(media: readonly MediaPath[]): Promise<MediaPath[]>;
	/** The stories that show a picture, newest first. */
	pictureUses(media: MediaPath, limit: number): Promise<PictureUse[]>;
	trending(): Promise<LinkedStory[]>;
	/** The stories in which readers were told of a change, by their files; the last told first. */
	noted(): Promise<NotedStory[]>;
	/** The stories of a selection, newest first; an id that is gone is left out. */
	select(selection: Selection): Promise<StoryStatus[]>;
	/**
	 * Files at which a story may lie that was not told of yet: the one that was known, then those whose names end like its
	 * id.
	 */
	locate(id: ArticleId): Promise<string[]>;
	/** Slugs that begin like this in the names of files that were not read yet. */
	unreadSlugs(beginning: Slug): Promise<Slug[]>;
	/**
	 * Looks below these folders, below all without any, for files that are not as the index has them. While the files are
	 * first looked at it finds none, for then they are told anyway.
	 */
	sweep(folders: readonly string[]): Promise<Sweep>;
	/** The files of stories that are not as the index has them at this moment, or gone, whether that was told or not. */
	outdated(): Promise<readonly string[]>;
	/** Puts down what it is doing, to go on with it another time. */
	close(): Promise<void>;
}

/** What may be asked of an index; who may change it is the store. */
export type StoryQueries = Omit<ArticleIndex, 'put' | 'remove' | 'follow' | 'close'>;
