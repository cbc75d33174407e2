import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from '#shared/text/search-query.ts';
import { type Connection, connect } from './connection.ts';
import { headlineQuestion, type TextQuestion, textQuestion } from './full-text.ts';
import { createRarity } from './rarity.ts';
import { schema } from './schema.ts';

/** A full text of these stories, which count by their number. */
function fullTextOf(stories: readonly string[]): Connection {
	const connection = connect(':memory:');
	connection.script(schema);
	for (const [at, text] of stories.entries()) {
		connection.run('insert into heads (rowid, headline) values (?, ?)', [at + 1, text]);
		connection.run("insert into words (rowid, headline, standfirst, rest) values (?, ?, '', '')", [at + 1, text]);
	}
	return connection;
}

const word = fc.constantFrom('flood', 'flow', 'flower', 'river', 'rivers', 'city', 'hall', 'half');
const story = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const sought = fc.constantFrom('fl', 'flo', 'flow', 'flower', 'ri', 'river', 'rivers', 'city', 'hall');
const term = fc.record({
	words: fc.array(sought, { minLength: 1, maxLength: 2 }),
	isPrefix: fc.boolean(),
	isExcluded: fc.nat(4).map((one) => one === 4),
});
const search = fc.array(term, { minLength: 1, maxLength: 3 });

test('what is known of earlier questions is what counting finds', () => {
	fc.assert(
		fc.property(
			fc.array(story, { minLength: 1, maxLength: 12 }),
			fc.array(search, { minLength: 2, maxLength: 12 }),
			fc.integer({ min: 1, max: 6 }),
			(stories, searches, most) => {
				const connection = fullTextOf(stories);
				const rarity = createRarity(connection);
				for (const terms of searches) {
					const questions = [textQuestion(terms), headlineQuestion(terms)].filter((one) => one !== null);
					for (const question of questions)
						for (const limit of [most, most * 2])
							expect(rarity.isRare(question, limit)).toBe(createRarity(connection).isRare(question, limit));
				}
				connection.close();
			},
		),
		{ numRuns: 300 },
	);
});

test('a question that narrows one that was rare is not counted, until something changes', () => {
	const connection = fullTextOf(['flood', 'river']);
	const rarity = createRarity(connection);
	const question = (text: string) => textQuestion(parseSearch(text).terms) as TextQuestion;
	expect(rarity.isRare(question('floo'), 1)).toBe(true);
	connection.script('drop table words');
	expect(rarity.isRare(question('flood river'), 1)).toBe(true);
	rarity.forget();
	expect(() => rarity.isRare(question('flood river'), 1)).toThrow(/no such table/);
	connection.close();
});
