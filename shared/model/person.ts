import { z } from 'zod';
import { LanguageTag } from './article.ts';
import { MediaPath } from './block.ts';
import { Slug } from './category.ts';
import { Line } from './text.ts';
import { OptionalWebUrl } from './url.ts';

/** Somebody who writes for the newsroom. */
export const Person = z.object({
	slug: Slug,
	name: Line.refine((name) => name.trim() !== '', { error: 'must not be empty' }),
	role: Line.default(''),
	/** Where readers can write to; empty for nowhere. */
	email: z.union([z.literal(''), z.email({ error: 'must be an email address' })]).default(''),
	/** The person's page on the web. */
	page: OptionalWebUrl.default(''),
	picture: MediaPath.nullable().default(null),
	/** The languages that the person writes in. */
	languages: z.array(LanguageTag).default([]),
});
export type Person = z.infer<typeof Person>;

/** `people.json`: who writes here, in the newsroom's own order. */
export const PeopleFile = z
	.object({ $schema: z.literal('urn:galley:people:1'), people: z.array(Person) })
	.superRefine(({ people }, context) => {
		const seen = new Set<Slug>();
		for (const [index, { slug, name }] of people.entries()) {
			if (seen.has(slug)) {
				const message = `two people have the slug ${slug}, the second is ${name}`;
				context.addIssue({ code: 'custom', path: ['people', index, 'slug'], message });
			}
			seen.add(slug);
		}
	});
export type PeopleFile = z.infer<typeof PeopleFile>;

/** People by their slugs. */
export function peopleBySlug(people: readonly Person[]): ReadonlyMap<Slug, Person> {
	return new Map(people.map((person) => [person.slug, person]));
}
