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
		const bySlug = new Map(categories.map((category) => [category.slug, category]));
		if (bySlug.size !== categories.length) {
			context.addIssue({ code: 'custom', path: ['categories'], message: 'two categories have the same slug' });
		}
		for (const [index, category] of categories.entries()) {
			const seen = new Set<string>();
			for (let node: Category | undefined = category; node?.parent; node = bySlug.get(node.parent)) {
				if (!bySlug.has(node.parent)) {
					context.addIssue({
						code: 'custom',
						path: ['categories', index, 'parent'],
						message: `no category has the slug ${node.parent}`,
					});
					break;
				}
				if (seen.has(node.slug)) {
					context.addIssue({
						code: 'custom',
						path: ['categories', index, 'parent'],
						message: 'the parents form a circle',
					});
					break;
				}
				seen.add(node.slug);
			}
		}
	});
export type CategoriesFile = z.infer<typeof CategoriesFile>;

/** The labels from the top of the tree down to this category; empty for a slug that is not in the taxonomy. */
export function categoryPath(categories: readonly Category[], slug: string): Category[] {
	const path: Category[] = [];
	let node = categories.find((category) => category.slug === slug);
	while (node && !path.includes(node)) {
		path.unshift(node);
		const { parent } = node;
		node = categories.find((category) => category.slug === parent);
	}
	return path;
}
