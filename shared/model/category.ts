import { z } from 'zod';
import { Line } from './text.ts';

/** A name for addresses: lower-case ASCII letters, digits and single hyphens, at most 96 characters. */
export const Slug = z
	.string()
	.max(96)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and single hyphens' });
export type Slug = z.infer<typeof Slug>;

/** A node of the newsroom's taxonomy. `parent` is the slug of the node above it, null at the top. */
export const Category = z.object({
	slug: Slug,
	label: Line.refine((label) => label.trim() !== '', { error: 'must not be empty' }),
	parent: Slug.nullable().default(null),
	colour: z
		.string()
		.regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #2456a6' })
		.nullable()
		.default(null),
	/** An IPTC Media Topic (https://cv.iptc.org/newscodes/mediatopic/). */
	uri: z.string().nullable().default(null),
});
export type Category = z.infer<typeof Category>;

/** `categories.json`: the taxonomy in the newsroom's own order. */
export const CategoriesFile = z
	.object({
		$schema: z.literal('urn:galley:categories:1'),
		categories: z.array(Category),
	})
	.superRefine(({ categories }, context) => {
		const bySlug = categoriesBySlug(categories);
		if (bySlug.size !== categories.length) {
			context.addIssue({ code: 'custom', path: ['categories'], message: 'two categories have the same slug' });
		}
		const faults = parentFaults(bySlug);
		for (const [index, { slug }] of categories.entries()) {
			const message = faults.get(slug);
			if (message) context.addIssue({ code: 'custom', path: ['categories', index, 'parent'], message });
		}
	});
export type CategoriesFile = z.infer<typeof CategoriesFile>;

/** Categories by their slugs. */
export function categoriesBySlug(categories: readonly Category[]): ReadonlyMap<Slug, Category> {
	return new Map(categories.map((category) => [category.slug, category]));
}

/** What is wrong with the parents of each category and of those above it; null for nothing. Looks at each once. */
function parentFaults(bySlug: ReadonlyMap<Slug, Category>): ReadonlyMap<Slug, string | null> {
	const faults = new Map<Slug, string | null>();
	for (const category of bySlug.values()) {
		const upwards = new Set<Slug>();
		let fault: string | null = null;
		for (let node: Category | undefined = category; node !== undefined; ) {
			const known = faults.get(node.slug);
			if (known !== undefined || upwards.has(node.slug)) {
				fault = known === undefined ? 'the parents form a circle' : known;
				break;
			}
			upwards.add(node.slug);
			if (node.parent === null) break;
			const above = bySlug.get(node.parent);
			if (above === undefined) fault = `no category has the slug ${node.parent}`;
			node = above;
		}
		for (const slug of upwards) faults.set(slug, fault);
	}
	return faults;
}

/** The categories from the top of the tree down to this one; empty for a slug that is not in the taxonomy. */
export function categoryPath(bySlug: ReadonlyMap<Slug, Category>, slug: string): Category[] {
	const path = new Set<Category>();
	for (let node = bySlug.get(slug); node !== undefined && !path.has(node); ) {
		path.add(node);
		node = node.parent === null ? undefined : bySlug.get(node.parent);
	}
	return [...path].reverse();
}
