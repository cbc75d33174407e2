import { z } from 'zod';
import { ArticleId, CommentsSetting, CorrectionKind, CorrectionPriority, Day, LanguageTag, Moment } from './article.ts';
import { BlockId, ColumnAlign, PictureSize } from './block.ts';
import { Slug } from './category.ts';
import { PublishableStatus } from './status.ts';

/** The version of the published JSON; a change that breaks a reader makes a new one. */
const publishableFormat = 1;

/** The name of a published schema. */
export const urn = (name: string) => `urn:galley:schema:${name}:${publishableFormat}`;
/** Says in a file which schema it follows. */
export const schemaName = (name: string) =>
	z.literal(urn(name)).meta({ description: 'The schema that this file follows' });

// Nothing here transforms or refines, so that zod and the JSON Schema made from it accept exactly the same files.
export const Text = z.string();
const Html = z.string().meta({ description: 'Inline HTML limited to a, strong, em, code, sub, sup, s and br' });
const WebAddress = z.string().regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/);
export const OptionalWebAddress = z.string().regex(/^$|^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#\\@]+(?:[/?#]\S*)?$/);
export const PageAddress = z
	.string()
	.regex(/^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+|\/\S*)$/)
	.meta({ description: 'A full address, or one from the root of the site when the newsroom has no site address' });
export const JsonAddress = z
	.string()
	.regex(/^articles\/[a-z0-9-]+\.json$/)
	.meta({ description: 'The file of the story, relative to the root of the export' });
const Fraction = z.number().min(0).max(1);

const imageFile = {
	src: z
		.string()
		.regex(/^media\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/)
		.meta({ description: 'The image, relative to the root of the export' }),
	width: z.int().positive().meta({ description: 'In pixels, as it is shown' }),
	height: z.int().positive().meta({ description: 'In pixels, as it is shown' }),
	hash: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.meta({ description: 'SHA-256 of the file, in hex' }),
	alt: Text,
};
const pictureShape = { ...imageFile, caption: Text, credit: Text };
const size = PictureSize.exclude(['column'])
	.optional()
	.meta({ description: 'How much wider than the text it stands; as wide as the text where it is not there' });
const focus = z
	.array(Fraction)
	.length(2)
	.nullable()
	.meta({ description: 'The point that cropping keeps: fractions of width and height from the top left' });

/** An image file with the words for those who cannot see it. */
export const PublishableImage = z.strictObject(imageFile);
export type PublishableImage = z.infer<typeof PublishableImage>;

export const PublishablePicture = z.strictObject({ ...pictureShape, focus });
export type PublishablePicture = z.infer<typeof PublishablePicture>;

/** Somebody of the newsroom's people. */
export const PublishablePerson = z.strictObject({
	slug: Slug,
	name: Text,
	role: Text,
	email: Text,
	page: OptionalWebAddress,
	picture: PublishableImage.nullable(),
	languages: z.array(LanguageTag),
});
export type PublishablePerson = z.infer<typeof PublishablePerson>;

/** A category as a story names it; `path` holds the labels from the top of the taxonomy down to it. */
export const PublishableCategory = z.strictObject({
	slug: Slug,
	label: Text,
	path: z.array(Text),
	uri: Text.nullable(),
});
export type PublishableCategory = z.infer<typeof PublishableCategory>;

/** A related post or next read with all that is shown of it. `article` and `json` are null for a page elsewhere. */
export const PublishableLink = z.strictObject({
	article: ArticleId.nullable(),
	url: PageAddress,
	json: JsonAddress.nullable(),
	title: Text,
	excerpt: Text,
	categories: z.array(PublishableCategory),
	image: PublishableImage.nullable(),
});
export type PublishableLink = z.infer<typeof PublishableLink>;

/** A line of a list, with the list below it. */
export interface PublishableListItem {
	html: string;
	children: PublishableList | null;
}
/** A list, which may stand in a line of another. */
export interface PublishableList {
	ordered: boolean;
	items: PublishableListItem[];
}
const PublishableListItem: z.ZodType<PublishableListItem> = z
	.strictObject({
		html: Html,
		get children(): z.ZodNullable<typeof PublishableList> {
			return PublishableList.nullable();
		},
	})
	.meta({ id: 'ListItem' });
const PublishableList: z.ZodType<PublishableList> = z
	.strictObject({ ordered: z.boolean(), items: z.array(PublishableListItem).min(1) })
	.meta({ id: 'List' });

const block = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
	z.strictObject({ id: BlockId, type: z.literal(type), ...shape });

export const PublishableBlock = z.discriminatedUnion('type', [
	block('paragraph', { html: Html }),
	block('subhead', { level: z.union([z.literal(2), z.literal(3), z.literal(4)]), html: Html }),
	block('keyPoints', {}),
	block('quote', { html: Html, attribution: Text }),
	block('pullquote', { html: Html, attribution: Text }),
	block('list', {
		ordered: z.boolean(),
		start: z.int().min(0).optional().meta({ description: 'The number of the first item; 1 where it is not there' }),
		items: z.array(PublishableListItem).min(1),
	}),
	block('image', { ...pictureShape, focus, size }),
	block('gallery', { images: z.array(z.strictObject(pictureShape)).min(1), caption: Text, size }),
	block('embed', {
		url: WebAddress,
		title: Text,
		caption: Text,
		provider: Text.optional().meta({ description: 'The site, where it is one that is known by its addresses' }),
		player: WebAddress.optional().meta({ description: 'A frame that shows it; load it only when a reader asks' }),
		picture: PublishableImage.optional().meta({ description: 'Stands on its card' }),
	}),
	block('table', {
		headerRow: z.boolean(),
		rows: z.array(z.array(Html).min(1)).min(1),
		caption: Text,
		align: z.array(ColumnAlign).optional().meta({
			description: 'How each column is aligned; to the start where nothing is said',
		}),
	}),
	block('divider', {}),
]);
export type PublishableBlock = z.infer<typeof PublishableBlock>;

export const correctionShape = {
	kind: CorrectionKind,
	date: Day.meta({ description: "On the newsroom's calendar" }),
	moment: Moment.nullable().meta({ description: 'Null where no more than the day is known' }),
	text: Text,
	priority: CorrectionPriority.meta({ description: 'A high one stands above the text, a normal one below it' }),
};

/** A note on a published story; `block` is the passage that it is about. */
export const PublishableCorrection = z.strictObject({ ...correctionShape, block: BlockId.nullable() });
export type PublishableCorrection = z.infer<typeof PublishableCorrection>;

/** One story, with everything that a site needs to show it without looking anything up. */
export const PublishableArticle = z
	.strictObject({
		$schema: schemaName('article'),
		id: ArticleId,
		slug: Slug,
		url: PageAddress,
		json: JsonAddress,
		language: LanguageTag,
		direction: z.enum(['ltr', 'rtl']),
		status: PublishableStatus,
		headline: Text,
		standfirst: Text,
		byline: z.array(
			z.strictObject({
				name: Text,
				role: Text,
				url: OptionalWebAddress,
				person: PublishablePerson.nullable().meta({
					description: 'Null for a name that is none of the newsroom’s people',
				}),
			}),
		),
		dateline: z.strictObject({ place: Text, date: Day.nullable() }),
		categories: z.array(PublishableCategory).min(1).meta({ description: 'The first is the primary one' }),
		tags: z.array(Text),
		trending: z.boolean(),
		leadImage: PublishablePicture.nullable(),
		keyPoints: z.array(z.strictObject({ id: BlockId, text: Text })),
		body: z.array(PublishableBlock).min(1),
		bodyHtml: z.string().meta({ description: 'The body as HTML, with the key-points box in its place' }),
		bodyText: Text,
		wordCount: z.int().nonnegative(),
		readingMinutes: z.int().nonnegative(),
		related: z.array(PublishableLink),
		nextRead: PublishableLink.nullable(),
		newsletter: z.boolean(),
		comments: CommentsSetting,
		corrections: z.array(PublishableCorrection),
		formerSlugs: z
			.array(Slug)
			.meta({ description: 'Addresses that it had before; they lead here, see redirects.json' }),
		dates: z.strictObject({
			created: Moment,
			updated: Moment.meta({
				description: 'The last update that readers are told of, else when it was published, else when it was saved',
			}),
			published: Moment.nullable(),
			scheduled: Moment.nullable(),
			embargo: Moment.nullable(),
		}),
		seo: z.strictObject({ title: Text, description: Text, canonical: OptionalWebAddress }),
	})
	.meta({ title: 'A story published by Galley' });
export type PublishableArticle = z.infer<typeof PublishableArticle>;
