import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CataloguedStory, createCatalogue } from './catalogue.ts';

const idOf = (number: number) => `01JQNV3M8Z4T6W9X2Y5B7C100${number}`;
const storyOf = (number: number, slug: string, path = `articles/${number}.json`): CataloguedStory => ({
	id: idOf(number),
	path,
	slug,
	revision: 'a'.repeat(64),
});

test('a story is found by its id, its path and its slug, and no more once it is gone', () => {
	const catalogue = createCatalogue();
	catalogue.put(storyOf(1, 'budget'));
	expect(catalogue.get(idOf(1))?.path).toBe('articles/1.json');
	expect(catalogue.at('articles/1.json')?.id).toBe(idOf(1));
	expect(catalogue.withSlug('budget').map(({ id }) => id)).toEqual([idOf(1)]);
	catalogue.put(storyOf(1, 'new-budget', 'articles/moved.json'));
	expect(catalogue.at('articles/1.json')).toBeNull();
	expect(catalogue.withSlug('budget')).toEqual([]);
	catalogue.remove(idOf(1));
	expect([catalogue.get(idOf(1)), catalogue.at('articles/moved.json'), catalogue.size]).toEqual([null, null, 0]);
});

test('a slug is taken as long as another story has it, however they come and go', () => {
	const steps = fc.array(fc.tuple(fc.nat(4), fc.constantFrom('a', 'b', 'c', null)), { maxLength: 40 });
	fc.assert(
		fc.property(steps, (changes) => {
			const catalogue = createCatalogue();
			const slugs = new Map<number, string>();
			for (const [number, slug] of changes) {
				if (slug === null) catalogue.remove(idOf(number));
				else catalogue.put(storyOf(number, slug));
				if (slug === null) slugs.delete(number);
				else slugs.set(number, slug);
				for (const wanted of ['a', 'b', 'c']) {
					const owners = [...slugs].filter(([, each]) => each === wanted).map(([each]) => idOf(each));
					expect(
						catalogue
							.withSlug(wanted)
							.map(({ id }) => id)
							.sort(),
					).toEqual(owners.sort());
					expect(catalogue.isSlugTaken(wanted, idOf(0))).toBe(owners.some((owner) => owner !== idOf(0)));
				}
			}
		}),
	);
});
