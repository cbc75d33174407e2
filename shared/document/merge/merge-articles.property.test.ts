import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { Article } from '../../model/article.ts';
import { articleArbitrary } from '../../model/testing/article-arbitrary.ts';
import type { Choice } from './collision.ts';
import { mergeArticles } from './merge-articles.ts';
import { resolveCollision } from './resolve-collision.ts';
import { applyEdits, type Edit, editScript } from './testing/edit-script.ts';

const runs = { numRuns: runsOf({ short: 250, long: 1_000 }) };
const threeWay = fc.tuple(articleArbitrary, editScript('mine'), editScript('theirs')).map(([base, my, their]) => ({
	base,
	mine: applyEdits(base, my),
	theirs: applyEdits(base, their),
	my,
	their,
}));

test('a side that changed nothing leaves the other as it is', () => {
	fc.assert(
		fc.property(threeWay, ({ base, mine, theirs }) => {
			expect(mergeArticles(base, mine, base)).toEqual({ merged: mine, collisions: [] });
			expect(mergeArticles(base, base, theirs)).toEqual({ merged: theirs, collisions: [] });
			expect(mergeArticles(base, mine, mine)).toEqual({ merged: mine, collisions: [] });
		}),
		runs,
	);
});

test('one more change on one side is merged field by field to exactly that side', () => {
	// The other side differs in one field, so that nothing is decided for the story as a whole.
	fc.assert(
		fc.property(threeWay, ({ base, mine }) => {
			const slug = 'another-slug';
			const theirs = { ...base, slug };
			expect(mergeArticles(base, mine, theirs)).toEqual({ merged: { ...mine, slug }, collisions: [] });
			expect(mergeArticles(base, theirs, mine)).toEqual({ merged: { ...mine, slug }, collisions: [] });
			const same = { ...mine, slug };
			expect(mergeArticles(base, mine, same)).toEqual({ merged: same, collisions: [] });
		}),
		runs,
	);
});

test('no typed word is lost, the merged story is valid, and so is each choice', () => {
	const choices = fc.array(fc.constantFrom<Choice>('mine', 'theirs', 'both'), { minLength: 1 });
	fc.assert(
		fc.property(threeWay, choices, ({ base, mine, theirs, my, their }, mixed) => {
			const { merged, collisions } = mergeArticles(base, mine, theirs);
			expect(Article.parse(merged)).toEqual(merged);
			expect(new Set(collisions.map((collision) => collision.id)).size).toBe(collisions.length);

			const found = JSON.stringify([merged, collisions]);
			const inMine = JSON.stringify(mine);
			const inTheirs = JSON.stringify(theirs);
			for (const word of words(my)) if (inMine.includes(word)) expect(found).toContain(word);
			for (const word of words(their)) if (inTheirs.includes(word)) expect(found).toContain(word);

			const resolve = (pick: (index: number) => Choice) =>
				collisions.reduce((story, collision, index) => resolveCollision(story, collision, pick(index)), merged);
			expect(resolve(() => 'mine')).toEqual(merged);
			const picks: ((index: number) => Choice)[] = [
				() => 'theirs',
				() => 'both',
				(index) => mixed[index % mixed.length] ?? 'mine',
			];
			for (const pick of picks) {
				const resolved = resolve(pick);
				expect(Article.parse(resolved)).toEqual(resolved);
			}
		}),
		runs,
	);
});

test('no word of the base that both sides kept is lost', () => {
	fc.assert(
		fc.property(threeWay, editScript('base'), ({ base: before, my, their }, first) => {
			const base = applyEdits(before, first);
			const mine = applyEdits(base, my);
			const theirs = applyEdits(base, their);
			const found = JSON.stringify(mergeArticles(base, mine, theirs));
			for (const word of words(first)) {
				if ([base, mine, theirs].every((story) => JSON.stringify(story).includes(word))) expect(found).toContain(word);
			}
		}),
		runs,
	);
});

test('edits of different blocks and fields merge without a collision, and both are there', () => {
	fc.assert(
		fc.property(articleArbitrary, editScript('mine'), editScript('theirs'), (article, my, their) => {
			const base = { ...article, body: article.body.filter((block) => block.type !== 'keyPoints') };
			const mine = applyEdits(base, my.filter(isMyTurf));
			const halves = base.body.map((block, index) => ({ block, isMine: index % 2 === 0 }));
			const keep = (story: Article, isMine: boolean): Article => ({
				...story,
				body: halves.map(({ block, isMine: half }) => {
					const edited = story.body.find((each) => each.id === block.id);
					return half === isMine && edited !== undefined ? edited : block;
				}),
			});
			const myHalf = keep(mine, true);
			const theirHalf = keep(applyEdits(base, their.filter(isTheirTurf)), false);
			const { merged, collisions } = mergeArticles(base, myHalf, theirHalf);
			expect(collisions).toEqual([]);
			merged.body.forEach((block, index) => {
				expect(block).toEqual((index % 2 === 0 ? myHalf : theirHalf).body[index]);
			});
			expect(merged.headline).toBe(myHalf.headline);
			expect(merged.notes).toBe(theirHalf.notes);
			for (const tag of [...myHalf.tags, ...theirHalf.tags]) {
				if (!base.tags.includes(tag)) expect(merged.tags).toContain(tag);
			}
		}),
		runs,
	);
});

const inText: readonly Edit['do'][] = ['type', 'replace', 'mark', 'retype', 'tag', 'category', 'correction', 'byline'];
const isMyTurf = (edit: Edit) => [...inText, 'headline', 'status'].includes(edit.do);
const isTheirTurf = (edit: Edit) => [...inText, 'notes', 'publish'].includes(edit.do);

const words = (edits: readonly Edit[]) => edits.flatMap((edit) => ('word' in edit ? [edit.word] : []));
