import { expect, test } from 'vitest';
import { filterChips, filterCount, type ListFilter, narrowing, noFilter } from './list-filter.ts';

const words = {
	status: (status: string) => `<${status}>`,
	category: (slug: string) => `<${slug}>`,
	language: (tag: string) => `<${tag}>`,
	day: (day: string) => `<${day}>`,
};
const labels = (part: Partial<ListFilter>) => filterChips({ ...noFilter, ...part }, words).map(({ label }) => label);

test('a list that is not narrowed has no chips', () => {
	expect(labels({})).toEqual([]);
	expect(filterCount(noFilter)).toBe(0);
});

test('each thing is said by one chip', () => {
	const filter: Partial<ListFilter> = {
		status: 'draft',
		author: 'Ana Ruiz',
		tag: 'sea',
		trending: false,
		problems: true,
	};
	expect(labels(filter)).toEqual(['<draft>', 'By Ana Ruiz', 'Tag: sea', 'Not trending', 'Has problems']);
	expect(filterCount({ ...noFilter, ...filter })).toBe(5);
});

test('a range of days may be open at either end', () => {
	const dates = (from: string | null, to: string | null) => labels({ dates: { of: 'published', from, to } });
	expect(dates('2025-03-01', '2025-03-31')).toEqual(['Published <2025-03-01> – <2025-03-31>']);
	expect(dates('2025-03-01', '2025-03-01')).toEqual(['Published on <2025-03-01>']);
	expect(dates('2025-03-01', null)).toEqual(['Published since <2025-03-01>']);
	expect(dates(null, '2025-03-31')).toEqual(['Published until <2025-03-31>']);
});

test('a kind of date without a day narrows nothing yet', () => {
	const filter: ListFilter = { ...noFilter, tag: 'sea', dates: { of: 'published', from: null, to: null } };
	expect(labels(filter)).toEqual(['Tag: sea']);
	expect(filterCount(filter)).toBe(1);
	expect(narrowing(filter)).toEqual({ ...noFilter, tag: 'sea' });
});
