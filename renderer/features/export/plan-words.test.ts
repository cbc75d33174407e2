import { expect, test } from 'vitest';
import type { ExportPlan, PlannedStory } from '#shared/contract/export.ts';
import { embargoWords, planSummary, sortStories } from './plan-words.ts';

const story = (outcome: PlannedStory['outcome']): PlannedStory => ({
	id: outcome,
	headline: outcome,
	slug: outcome,
	categories: [],
	outcome,
	problems: [],
	embargo: null,
});
const plan = (...outcomes: PlannedStory['outcome'][]): ExportPlan => ({
	folder: '/site',
	stories: outcomes.map(story),
	removed: [],
	edited: [],
	damaged: 0,
});

test('stories that need the editor come first', () => {
	expect(sortStories(plan('unchanged', 'new', 'blocked').stories).map(({ outcome }) => outcome)).toEqual([
		'blocked',
		'new',
		'unchanged',
	]);
});

test('the plan says in a sentence what would happen', () => {
	expect(planSummary(plan('new', 'changed', 'unchanged'), 'en-GB')).toBe(
		'2 of 3 stories are new or changed since the last export. Nothing is written until you choose Export.',
	);
	expect(planSummary(plan(), 'en-GB')).toMatch(/nothing to export/);
});

test('an embargo is told in the newsroom’s time', () => {
	const words = (now: string) => embargoWords('2025-04-01T04:00:00Z', 'en-GB', 'Europe/Brussels', new Date(now));
	expect(words('2025-03-01T12:00:00Z')).toBe('Until 1 April, 06:00 in Brussels');
	expect(words('2024-12-01T12:00:00Z')).toBe('Until 1 April 2025, 06:00 in Brussels');
});
