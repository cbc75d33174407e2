import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CataloguedStory, createCatalogue } from './catalogue.ts';

const idOf = (number: number) => `01JQNV3M8Z4T6W9X2Y5B7C100${number}`;
const storyOf = (number: number, slug: string, path = `articles/${number}.json`): CataloguedStory => ({
	id: idOf(number),
	path,
	slug,
	formerSlugs: [],
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

test('whatever is put, moved and removed, each story is found as a plain list would have it', () => {
	const story = fc.record({
		id: fc.nat(5).map(idOf),
		path: fc.constantFrom('a', 'b', 'ab', 'é', '𝄞').map((name) => `articles/${name}.json`),
		slug: fc.constantFrom('a', 'b', 'ab'),
		formerSlugs: fc.uniqueArray(fc.constantFrom('a', 'b', 'old'), { maxLength: 2 }),
		revision: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
	});
	const steps = fc.array(
		fc.oneof(
			fc.record({ kind: fc.constant('put' as const), story }),
			fc.record({ kind: fc.constant('remove' as const), id: fc.nat(5).map(idOf) }),
		),
		{ maxLength: 60 },
	);
	const known = fc.uniqueArray(story, { maxLength: 5, comparator: (a, b) => a.id === b.id || a.path === b.path });
	fc.assert(
		fc.property(known, steps, (stories, changes) => {
			const catalogue = createCatalogue();
			for (const story of stories) catalogue.put(story);
			let plain: readonly CataloguedStory[] = stories;
			for (const change of changes) {
				if (change.kind === 'put') {
					catalogue.put(change.story);
					const { id, path } = change.story;
					plain = [...plain.filter((each) => each.id !== id && each.path !== path), change.story];
				} else {
					catalogue.remove(change.id);
					plain = plain.filter(({ id }) => id !== change.id);
				}
				expect(catalogue.size).toBe(plain.length);
				for (const id of [0, 1, 2, 3, 4, 5].map(idOf))
					expect(catalogue.get(id)).toEqual(plain.find((each) => each.id === id) ?? null);
				for (const name of ['a', 'b', 'ab', 'é', '𝄞', 'c']) {
					const path = `articles/${name}.json`;
					expect(catalogue.at(path)).toEqual(plain.find((each) => each.path === path) ?? null);
				}
				for (const slug of ['a', 'b', 'ab', 'c', 'old']) {
					const owners = plain.filter((each) => each.slug === slug).map(({ id }) => id);
					expect(
						catalogue
							.withSlug(slug)
							.map(({ id }) => id)
							.sort(),
					).toEqual(owners.sort());
					const isOf = (each: CataloguedStory) => each.slug === slug || each.formerSlugs.includes(slug);
					expect(catalogue.isSlugTaken(slug, idOf(0))).toBe(plain.some((each) => each.id !== idOf(0) && isOf(each)));
				}
			}
			expect([...catalogue.ids()].sort()).toEqual(plain.map(({ id }) => id).sort());
			expect([...catalogue.paths()].sort()).toEqual(plain.map(({ path }) => path).sort());
		}),
	);
});

test('a slug is taken as soon as another story is known to have it', () => {
	const catalogue = createCatalogue();
	catalogue.put(storyOf(0, 'flood', 'articles/flood.json'));
	const isTaken = () => catalogue.isSlugTaken('flood', idOf(0));
	expect(isTaken()).toBe(false);
	catalogue.put(storyOf(1, 'flood', 'articles/other.json'));
	expect(isTaken()).toBe(true);
	catalogue.remove(idOf(1));
	expect(isTaken()).toBe(false);
	catalogue.put(storyOf(2, 'flood', 'articles/third.json'));
	expect(isTaken()).toBe(true);
});

test('thousands of stories are found, also when most of them have the same slug', () => {
	const catalogue = createCatalogue();
	const stories = Array.from({ length: 5000 }, (_, at) => ({
		...storyOf(0, at % 5 === 0 ? `story-${at}` : 'brief', `articles/${at}.json`),
		id: `01JQNV3M8Z4T6W9X2Y5B7C${String(at).padStart(4, '0')}`,
	}));
	for (const story of stories) catalogue.put(story);
	for (const story of stories.slice(0, 3000)) catalogue.put({ ...story, revision: 'b'.repeat(64) });
	for (const [at, { id, path }] of stories.entries()) {
		expect(catalogue.get(id)?.revision[0]).toBe(at < 3000 ? 'b' : 'a');
		expect(catalogue.at(path)?.id).toBe(id);
	}
	expect([catalogue.size, catalogue.withSlug('brief').length]).toEqual([5000, 4000]);
});
