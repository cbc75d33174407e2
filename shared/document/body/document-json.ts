import type { Article, KeyPoint } from '../../model/article.ts';
import type { BlockJson } from '../blocks/index.ts';
import type { LineJson } from './node-json.ts';

/** The fields of a story that are attributes of its document; the rest is its content. */
export type StoryFields = Omit<Article, '$schema' | 'id' | 'headline' | 'standfirst' | 'keyPoints' | 'body'>;

/** The document's attributes: the story's fields, and key points that have no box in the body yet. */
export type StoryAttributes = StoryFields & { readonly unplacedKeyPoints: readonly KeyPoint[] };

/** A story as the editor holds it. It never reaches the disk. */
export interface DocumentJson {
	readonly type: 'doc';
	readonly attrs: StoryAttributes;
	readonly content: readonly [LineJson<'headline'>, LineJson<'standfirst'>, ...BlockJson[]];
}
