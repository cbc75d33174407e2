import { expect, test } from 'vitest';
import { compare, formatComparison, typedWords } from './compare.mjs';

/** A desk that only notes what it is asked. */
function notingDesk() {
	const asked: string[] = [];
	return {
		asked,
		list: async (page: number) => asked.push(`page ${page}`),
		search: async (text: string) => asked.push(`search ${text}`),
		saver: async (id: string) => async (text: string) => asked.push(`save ${id} ${text}`),
	};
}

test('both are asked for the same pages, searches and saves, in turns', async () => {
	const [ours, theirs] = [notingDesk(), notingDesk()];
	const figures = await compare(ours, theirs, {
		pages: 2,
		searches: ['h', 'ha'],
		saves: { ours: 'a', theirs: 'b', times: 1 },
		text: (turn: number) => `text ${turn}`,
	});
	expect(ours.asked).toEqual(['page 1', 'page 2', 'search h', 'search ha', 'save a text 0']);
	expect(theirs.asked).toEqual(['page 1', 'page 2', 'search h', 'search ha', 'save b <p>text 0</p>']);
	expect(figures.map(({ ours: { count } }) => count)).toEqual([2, 2, 1]);
});

test('the comparison names both and says how many times slower or faster the peer is', () => {
	const of = (p50: number) => ({ count: 1, p50, p95: p50, least: p50, most: p50 });
	const text = formatComparison([{ figure: 'page', ours: of(2), theirs: of(30) }], ['Galley', 'Ghost 5']);
	expect(text.split('\n')[0]).toMatch(/^figure +Galley +Ghost 5$/);
	expect(text).toMatch(/page +p50 2\.00 {2}p95 2\.00 ms +p50 30\.0 {2}p95 30\.0 ms +15\.0 × ours/);
});

test('words are typed letter by letter', () => {
	expect(typedWords(['The harbour', 'A new wall'], 9)).toEqual([
		...['h', 'ha', 'har', 'harb', 'harbo', 'harbou', 'harbour'],
		...['w', 'wa'],
	]);
});
