import type { DamagedFile, IndexState } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { CataloguedStory } from './catalogue.ts';
import type { FoundInTrash } from './reading.ts';

/** A story whose file is no longer where it was. */
export interface LostStory {
	readonly id: ArticleId;
	readonly path: string;
}

/** What the index tells of its own accord while it looks at the newsroom's files. */
export type IndexEvent =
	/** Stories that the index holds from an earlier time; their files have not been looked at yet. */
	| { readonly kind: 'known'; readonly stories: readonly CataloguedStory[] }
	/** All stories that it holds from an earlier time were told. */
	| { readonly kind: 'catalogued' }
	| { readonly kind: 'trashed'; readonly stories: readonly FoundInTrash[] }
	/** All that lies in the trash was told. */
	| { readonly kind: 'trash-read' }
	/** Files that are other than the index had them. */
	| {
			readonly kind: 'scanned';
			readonly stories: readonly CataloguedStory[];
			readonly gone: readonly LostStory[];
			readonly damaged: readonly DamagedFile[];
	  }
	/** The index failed for good, until the newsroom is opened again. */
	| { readonly kind: 'failed'; readonly message: string }
	/** The index is as the files are. */
	| { readonly kind: 'whole' }
	| { readonly kind: 'state'; readonly state: IndexState }
	/** Something went wrong that it got over. */
	| { readonly kind: 'problem'; readonly message: string };
