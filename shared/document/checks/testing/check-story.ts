import { Article } from '../../../model/article.ts';
import { Limits } from '../../../model/newsroom.ts';
import type { Problem } from '../../../model/problem.ts';
import { type CheckContext, checkArticle } from '../check-article.ts';
import { checksOf } from '../check-settings.ts';

/** A story with nothing to say about it. */
export const good = {
	$schema: 'urn:galley:article:1',
	id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
	slug: 'harbour-wall',
	headline: 'Harbour towns weigh a sea wall',
	standfirst: 'Nobody wants to look at it.',
	categories: ['world'],
	body: [{ id: 'b1', type: 'paragraph', html: 'The tide came.' }],
	dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
};

const context: CheckContext = {
	categories: [{ slug: 'world', label: 'World', parent: null, colour: null, uri: null }],
	checks: checksOf({ limits: Limits.parse({}), checks: {} }),
	linked: () => undefined,
	now: new Date('2025-03-31T08:00:00Z'),
};

/** Checks the good story with these fields in place of its own. */
export function checkStory(fields: object, more: Partial<CheckContext> = {}): Problem[] {
	return checkArticle(Article.parse({ ...good, ...fields }), { ...context, ...more });
}
