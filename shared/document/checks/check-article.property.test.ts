import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Limits } from '../../model/newsroom.ts';
import { articleArbitrary } from '../../model/testing/article-arbitrary.ts';
import { checkArticle } from './check-article.ts';
import { checksOf } from './check-settings.ts';
import { checkEntry, checkIds, isCheckId } from './check-table.ts';

/** Every check on, those too that a newsroom has to ask for. */
const checks = checksOf({
	limits: Limits.parse({}),
	checks: Object.fromEntries(checkIds.filter((id) => !checkEntry(id).isRule).map((id) => [id, { on: true }])),
});

test('whatever a story holds, it is checked, and what is told is of the table and of the story', () => {
	fc.assert(
		fc.property(articleArbitrary, (story) => {
			const problems = checkArticle(story, {
				categories: [],
				checks,
				linked: () => null,
				ownLinks: { siteUrl: '', storyAt: () => null },
				mediaExists: () => false,
				now: new Date('2025-03-31T08:00:00Z'),
			});
			const blocks = new Set(story.body.map(({ id }) => id));
			for (const { check, where } of problems) {
				expect(isCheckId(check)).toBe(true);
				if ('block' in where) expect(blocks).toContain(where.block);
			}
			const again = problems.map((problem) => JSON.stringify(problem));
			expect(new Set(again).size).toBe(again.length);
		}),
		{ numRuns: 100 },
	);
});
