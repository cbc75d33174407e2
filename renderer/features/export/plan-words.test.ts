import { expect, test } from 'vitest';
import type { ExportPlan, PlannedStory } from '#shared/contract/export.ts';
import { planSummary, sortStories, withheldLine } from './plan-words.ts';

const story = (outcome: PlannedStory['outcome']): PlannedStory => ({
	id: outcome,
	headline: outcome,
	slug: outcome,
	categories: [],
	outcome,
	problems: [],
	withheld: null,
	difference: null,
});
const plan = (...outcomes: PlannedStory['outcome'][]): ExportPlan => ({
	folder: '/site',
	stories: outcomes.map(story),
	removed: [],
	unreplaced: [],
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

test('an embargo is told in the newsroom’s time with its reason, and a schedule is none', () => {
	const brussels = { locale: 'en-GB', timeZone: 'Europe/Brussels' };
	const until = '2025-04-01T04:00:00Z';
	expect(withheldLine({ kind: 'embargo', until, reason: '' }, brussels)).toBe(
		'Under embargo until 1 April 2025, 06:00 CEST.',
	);
	expect(withheldLine({ kind: 'embargo', until: null, reason: 'court order' }, brussels)).toBe(
		'Under embargo until it is lifted (court order).',
	);
	expect(withheldLine({ kind: 'schedule', until }, brussels)).toBe('Scheduled for 1 April 2025, 06:00 CEST.');
});
