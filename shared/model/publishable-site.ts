import { z } from 'zod';
import { ArticleId, LanguageTag, Moment } from './article.ts';
import { Slug } from './category.ts';
import {
	correctionShape,
	JsonAddress,
	OptionalWebAddress,
	PageAddress,
	PublishableArticle,
	PublishableCategory,
	PublishableImage,
	schemaName,
	Text,
	urn,
} from './publishable.ts';
import { WithdrawalKind } from './withdrawal.ts';

/** What a front page needs of one story. */
export const PublishableIndexEntry = z.strictObject({
	id: ArticleId,
	slug: Slug,
	url: PageAddress,
	json: JsonAddress,
	language: LanguageTag,
	headline: Text,
	standfirst: Text,
	byline: z.array(Text),
	categories: z.array(PublishableCategory).min(1),
	tags: z.array(Text),
	date: Moment.meta({ description: 'When it was published, else scheduled, else last changed' }),
	updated: Moment,
	image: PublishableImage.nullable(),
	trending: z.boolean(),
	readingMinutes: z.int().nonnegative(),
});
export type PublishableIndexEntry = z.infer<typeof PublishableIndexEntry>;

/** Every story of the export, newest first, and what holds for the whole site. */
export const PublishableIndex = z
	.strictObject({
		$schema: schemaName('index'),
		newsroom: z.strictObject({
			name: Text,
			siteUrl: OptionalWebAddress,
			language: LanguageTag,
			locale: LanguageTag,
			timeZone: Text,
			newsletter: z.strictObject({ title: Text, text: Text, button: Text }),
		}),
		articles: z.array(PublishableIndexEntry),
	})
	.meta({ title: 'The front page of an export by Galley' });
export type PublishableIndex = z.infer<typeof PublishableIndex>;

/** The taxonomy in the newsroom's own order. */
export const PublishableCategories = z
	.strictObject({
		$schema: schemaName('categories'),
		categories: z.array(
			z.strictObject({
				slug: Slug,
				label: Text,
				parent: Slug.nullable(),
				path: z.array(Text).min(1),
				colour: z
					.string()
					.regex(/^#[0-9A-Fa-f]{6}$/)
					.nullable(),
				uri: Text.nullable(),
			}),
		),
	})
	.meta({ title: 'The categories of an export by Galley' });
export type PublishableCategories = z.infer<typeof PublishableCategories>;

/** The corrections and clarifications of all stories of the export, newest first. */
export const PublishableCorrections = z
	.strictObject({
		$schema: schemaName('corrections'),
		corrections: z.array(
			z.strictObject({
				...correctionShape,
				story: z.strictObject({ id: ArticleId, url: PageAddress, json: JsonAddress, headline: Text }),
			}),
		),
	})
	.meta({ title: 'The corrections of an export by Galley' });
export type PublishableCorrections = z.infer<typeof PublishableCorrections>;
/** A story that readers once had and that was taken away; nothing else of it is told. */
export const PublishableWithdrawal = z.strictObject({
	id: ArticleId,
	slug: Slug,
	url: PageAddress.meta({ description: 'Where it stood' }),
	json: JsonAddress.meta({ description: 'The file that it had' }),
	former: z
		.array(z.strictObject({ url: PageAddress, json: JsonAddress }))
		.meta({ description: 'Where it stood before that' }),
	kind: WithdrawalKind.meta({ description: 'Why it was withdrawn' }),
	note: Text.meta({ description: 'A note for readers who look for it; empty when there is none' }),
	date: Moment.meta({ description: 'When it was withdrawn' }),
	replacedBy: PageAddress.nullable().meta({ description: 'Where readers are to be sent; null to answer 410 Gone' }),
});
export type PublishableWithdrawal = z.infer<typeof PublishableWithdrawal>;

/** What was withdrawn, newest first, for a site to answer 410 Gone or to redirect. */
export const PublishableWithdrawn = z
	.strictObject({ $schema: schemaName('withdrawn'), withdrawn: z.array(PublishableWithdrawal) })
	.meta({ title: 'The stories that were withdrawn from an export by Galley' });
export type PublishableWithdrawn = z.infer<typeof PublishableWithdrawn>;

/** Addresses that stories of the export had before, each with the one that they have now, in the order of the old ones. */
export const PublishableRedirects = z
	.strictObject({
		$schema: schemaName('redirects'),
		redirects: z.array(
			z.strictObject({
				from: z.strictObject({ url: PageAddress, json: JsonAddress }),
				to: z.strictObject({ id: ArticleId, url: PageAddress, json: JsonAddress }),
			}),
		),
	})
	.meta({ title: 'The redirects of an export by Galley' });
export type PublishableRedirects = z.infer<typeof PublishableRedirects>;

/** The files of an export and their schemas, by the name that `content/schema/<name>.schema.json` carries. */
export const publishableSchemas = {
	article: PublishableArticle,
	index: PublishableIndex,
	categories: PublishableCategories,
	corrections: PublishableCorrections,
	withdrawn: PublishableWithdrawn,
	redirects: PublishableRedirects,
} as const;

/** A published JSON Schema (draft 2020-12), made from the model. */
export function publishableJsonSchema(name: keyof typeof publishableSchemas): Record<string, unknown> {
	const { $schema, ...schema } = z.toJSONSchema(publishableSchemas[name], { target: 'draft-2020-12' });
	return { $schema, $id: urn(name), ...schema };
}
