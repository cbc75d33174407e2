import { z } from 'zod';
import { canonicalInlineHtml } from './inline-html.ts';
import { Line } from './text.ts';
import { WebUrl } from './url.ts';

/** Inline HTML with the marks `a, strong, em, code, sub, sup, s` and `br`; anything else is sanitised away as it comes in. */
const InlineHtml = z
	.string()
	.max(200_000)
	.overwrite(canonicalInlineHtml)
	.meta({ description: 'Inline HTML limited to a, strong, em, code, sub, sup, s and br' });

/** A block's or key point's name inside its story; stable for as long as the block lives. */
export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, - or _' });
export type BlockId = z.infer<typeof BlockId>;

/** The path of an image inside the newsroom, `media/YYYY/MM/<hash12>.<ext>`, with forward slashes. */
export const MediaPath = z
	.string()
	.regex(/^media\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:png|jpe?g|gif|webp|avif|svg)$/i, {
		error: 'must be the path of an image under media/',
	});
export type MediaPath = z.infer<typeof MediaPath>;

/** The point of a picture that cropping keeps: fractions of width and height from the top left. */
const FocusPoint = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);

const pictureShape = {
	media: MediaPath,
	alt: Line.default(''),
	caption: Line.default(''),
	credit: Line.default(''),
};

/** A picture with its words. An empty `alt` is an error of the export checks, not of the format. */
export const Picture = z.object({ ...pictureShape, focus: FocusPoint.nullable().default(null) });
export type Picture = z.infer<typeof Picture>;

/** How much of a page's width pictures take: the measure of the text, more than it, or all of the window. */
export const PictureSize = z.enum(['column', 'wide', 'full']);
export type PictureSize = z.infer<typeof PictureSize>;

/** A picture in a gallery. */
export const GalleryPicture = z.object(pictureShape);
export type GalleryPicture = z.infer<typeof GalleryPicture>;

export interface ListItem {
	html: string;
	/** The list nested under this item, if any. */
	children: ListBody | null;
}
export interface ListBody {
	ordered: boolean;
	items: ListItem[];
}

/** Lists can stand so deep in one another, more than anybody can read. */
const deepestList = 100;
let depth = 0;

/** Takes in a list under an item. It is a function, as no schema that leads back to itself can be compiled. */
const takeNestedList = (list: unknown, context: z.RefinementCtx): ListBody => {
	if (depth === deepestList) {
		context.addIssue(`lists stand in one another more than ${deepestList} deep`);
		return z.NEVER;
	}
	depth += 1;
	try {
		const parsed = ListBody.safeParse(list);
		if (parsed.success) return parsed.data;
		for (const issue of parsed.error.issues) context.addIssue({ ...issue });
		return z.NEVER;
	} finally {
		depth -= 1;
	}
};

export const ListItem = z.object({
	html: InlineHtml,
	children: z.unknown().transform(takeNestedList).nullable().default(null),
});
export const ListBody: z.ZodType<ListBody, unknown> = z.object({
	ordered: z.boolean().default(false),
	items: z.array(ListItem).min(1),
});

const block = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
	z.object({ id: BlockId, type: z.literal(type), ...shape });

const ParagraphBlock = block('paragraph', { html: InlineHtml });
const SubheadBlock = block('subhead', {
	level: z.union([z.literal(2), z.literal(3), z.literal(4)]).default(2),
	html: InlineHtml,
});
/** Where the box of the story's key points stands; the points themselves are the article's `keyPoints`. */
const KeyPointsBlock = block('keyPoints', {});
const QuoteBlock = block('quote', { html: InlineHtml, attribution: Line.default('') });
/** A line of the story itself, set large. */
const PullquoteBlock = block('pullquote', { html: InlineHtml, attribution: Line.default('') });
/** `start` is the number of the first item; a list under an item always begins with 1. */
const ListBlock = block('list', {
	ordered: z.boolean().default(false),
	start: z.int().min(0).max(1_000_000).default(1),
	items: z.array(ListItem).min(1),
});
const ImageBlock = block('image', {
	...pictureShape,
	focus: FocusPoint.nullable().default(null),
	size: PictureSize.default('column'),
});
export const GalleryBlock = block('gallery', {
	images: z.array(GalleryPicture).min(1),
	caption: Line.default(''),
	size: PictureSize.default('column'),
});
/** A page from elsewhere, shown by the site as it can; never foreign markup. */
const EmbedBlock = block('embed', {
	url: WebUrl,
	title: Line.default(''),
	caption: Line.default(''),
	/** Stands on its card. */
	picture: MediaPath.nullable().default(null),
});
/** How a column of a table stands. */
export const ColumnAlign = z.enum(['start', 'center', 'end']);
export type ColumnAlign = z.infer<typeof ColumnAlign>;
/** One for each column; those that are left out stand at the start. */
export const TableAlign = z.array(ColumnAlign).max(1000);
const TableBlock = block('table', {
	headerRow: z.boolean().default(false),
	rows: z
		.array(z.array(InlineHtml).min(1))
		.min(1)
		.refine((rows) => rows.every((row) => row.length === rows[0]?.length), {
			error: 'every row must have as many cells as the first',
		}),
	caption: Line.default(''),
	align: TableAlign.default([]),
});
const DividerBlock = block('divider', {});

/** One block of a story's body. */
export const Block = z.discriminatedUnion('type', [
	ParagraphBlock,
	SubheadBlock,
	KeyPointsBlock,
	QuoteBlock,
	PullquoteBlock,
	ListBlock,
	ImageBlock,
	GalleryBlock,
	EmbedBlock,
	TableBlock,
	DividerBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
