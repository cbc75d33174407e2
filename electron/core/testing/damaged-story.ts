import fc from 'fast-check';
import type { Article } from '#shared/model/article.ts';

/** A value somewhere in a story that another program, or somebody with a text editor, may have put there. */
const odd = fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, true, '', 'x', '2026-02-30', 'a\tb', [], [[]], {}, [
	{},
]);

/** The steps to a place in a story, each the number of a key, and what is put there; undefined takes it out. */
export type Damage = readonly [steps: readonly number[], value: unknown];

/** So many damages at most. */
export function damagesArbitrary(most: number): fc.Arbitrary<Damage[]> {
	return fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }), odd), { maxLength: most });
}

/** A copy of a story in which some places hold something else, or nothing. */
export function damagedStory(article: Article, damages: readonly Damage[]): Record<string, unknown> {
	const story: Record<string, unknown> = structuredClone(article);
	for (const [steps, value] of damages) {
		let place: Record<string, unknown> = story;
		let key = '';
		for (const step of steps) {
			const keys = Object.keys(place);
			key = keys[step % Math.max(keys.length, 1)] ?? 'added';
			const next = place[key];
			if (typeof next !== 'object' || next === null) break;
			if (step !== steps.at(-1)) place = next as Record<string, unknown>;
		}
		if (value === undefined) delete place[key];
		else place[key] = value;
	}
	return story;
}
