import type { Article, KeyPoint } from '../../model/article.ts';
import type { GalleryPicture, Picture } from '../../model/block.ts';

/** The fields of a story that are attributes of its document; the rest is its content. */
export type StoryFields = Omit<Article, '$schema' | 'id' | 'headline' | 'standfirst' | 'keyPoints' | 'body'>;

/** The document's attributes: the story's fields, and key points that have no box in the body yet. */
export type StoryAttributes = StoryFields & { readonly unplacedKeyPoints: readonly KeyPoint[] };

export interface MarkJson {
	readonly type: 'link' | 'bold' | 'italic' | 'code' | 'sub' | 'sup' | 'strike';
	readonly attrs?: Readonly<{ href?: string | undefined }> | undefined;
}

export interface TextJson {
	readonly type: 'text';
	readonly text: string;
	readonly marks?: readonly MarkJson[] | undefined;
}

/** A node that holds a line of text: marked in the body, plain in headline, standfirst, key points and attributions. */
export interface LineJson<Type extends string> {
	readonly type: Type;
	readonly content?: readonly TextJson[] | undefined;
}

interface WithAttributes<Type extends string, Attributes> {
	readonly type: Type;
	readonly attrs: Readonly<Attributes & { id: string | null }>;
}

export type ParagraphJson = WithAttributes<'paragraph', unknown> & LineJson<'paragraph'>;
export type SubheadJson = WithAttributes<'subhead', { level: 2 | 3 | 4 }> & LineJson<'subhead'>;
export type KeyPointJson = WithAttributes<'keyPoint', unknown> & LineJson<'keyPoint'>;
export type KeyPointsJson = WithAttributes<'keyPoints', unknown> & {
	readonly content?: readonly KeyPointJson[] | undefined;
};
export type QuoteJson<Type extends 'quote' | 'pullquote' = 'quote' | 'pullquote'> = WithAttributes<Type, unknown> & {
	readonly content: readonly [LineJson<'quoteText'>, LineJson<'attribution'>];
};
export interface ListItemJson {
	readonly type: 'listItem';
	readonly content: readonly (ParagraphJson | ListJson)[];
}
export type ListJson = WithAttributes<'bulletList' | 'orderedList', unknown> & {
	readonly content: readonly ListItemJson[];
};
export type ImageJson = WithAttributes<'image', GalleryPicture & { focus: Picture['focus'] }>;
export type GalleryJson = WithAttributes<'gallery', { images: readonly GalleryPicture[]; caption: string }>;
export type EmbedJson = WithAttributes<'embed', { url: string; title: string; caption: string }>;
export interface TableRowJson {
	readonly type: 'tableRow';
	readonly content?: readonly LineJson<'tableCell'>[] | undefined;
}
export type TableJson = WithAttributes<'table', { headerRow: boolean; caption: string }> & {
	readonly content: readonly TableRowJson[];
};
export type DividerJson = WithAttributes<'divider', unknown>;

/** One block of the body as the editor holds it. */
export type BlockJson =
	| ParagraphJson
	| SubheadJson
	| KeyPointsJson
	| QuoteJson<'quote'>
	| QuoteJson<'pullquote'>
	| ListJson
	| ImageJson
	| GalleryJson
	| EmbedJson
	| TableJson
	| DividerJson;

/** A story as the editor holds it. It never reaches the disk. */
export interface DocumentJson {
	readonly type: 'doc';
	readonly attrs: StoryAttributes;
	readonly content: readonly [LineJson<'headline'>, LineJson<'standfirst'>, ...BlockJson[]];
}
