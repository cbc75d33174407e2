import type { ArticleId } from './article.ts';
import type { MediaPath } from './block.ts';
import type { Slug } from './category.ts';
import type { Withholding } from './withheld.ts';

/** What is needed to show a link to a story: in the related posts, the next read, a picker. */
export interface LinkedStory extends Withholding {
	readonly id: ArticleId;
	readonly slug: Slug;
	readonly headline: string;
	/** The standfirst, or the beginning of the body where there is none; at most 200 characters. */
	readonly excerpt: string;
	readonly categories: readonly Slug[];
	/** The day shown beside it: published, else updated. */
	readonly date: string;
	readonly image: MediaPath | null;
	readonly imageAlt: string;
}
