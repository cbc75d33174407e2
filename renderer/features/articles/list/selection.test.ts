import { expect, test } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import {
	asSelection,
	isSelected,
	type ListSelection,
	noSelection,
	type SelectionStep,
	select,
	selectedCount,
} from './selection.ts';

const filter = StoryFilter.parse({ queue: 'draft' });
const after = (...steps: SelectionStep[]): ListSelection => steps.reduce(select, noSelection);
const chosen = (...steps: SelectionStep[]) => asSelection(after(...steps), filter);

test('stories are added and taken out one by one', () => {
	const toggle = (id: string): SelectionStep => ({ kind: 'toggle', id, from: null });
	expect(chosen(toggle('budget'), toggle('harbour'))).toEqual({ kind: 'ids', ids: ['budget', 'harbour'] });
	expect(chosen(toggle('budget'), toggle('harbour'), toggle('budget'))).toEqual({ kind: 'ids', ids: ['harbour'] });
	expect(chosen(toggle('budget'), toggle('budget'))).toBeNull();
});

test('the first story that is added takes along the one that was clicked before', () => {
	expect(chosen({ kind: 'toggle', id: 'harbour', from: 'budget' })).toEqual({
		kind: 'ids',
		ids: ['budget', 'harbour'],
	});
	expect(chosen({ kind: 'toggle', id: 'budget', from: 'budget' })).toEqual({ kind: 'ids', ids: ['budget'] });
});

test('a range takes the place of what was chosen', () => {
	const steps: SelectionStep[] = [
		{ kind: 'toggle', id: 'bells', from: null },
		{ kind: 'range', ids: ['budget', 'harbour'] },
	];
	expect(chosen(...steps)).toEqual({ kind: 'ids', ids: ['budget', 'harbour'] });
});

test('all means what the filter finds, also what is not read, but for what is taken out', () => {
	const selection = after({ kind: 'all' }, { kind: 'toggle', id: 'budget', from: null });
	expect(asSelection(selection, filter)).toEqual({ kind: 'filter', filter, except: ['budget'] });
	expect(selectedCount(selection, 100_000)).toBe(99_999);
	expect(isSelected(selection, 'budget')).toBe(false);
	expect(isSelected(selection, 'a story far down')).toBe(true);
	expect(isSelected(select(selection, { kind: 'toggle', id: 'budget', from: null }), 'budget')).toBe(true);
});

test('nothing is chosen after it is cleared', () => {
	const selection = after({ kind: 'all' }, { kind: 'none' });
	expect(selectedCount(selection, 12)).toBe(0);
	expect(asSelection(selection, filter)).toBeNull();
});
