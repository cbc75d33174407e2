import { describe, expect, test } from 'vitest';
import { checkStory } from './testing/check-story.ts';

const points = (...texts: string[]) => ({
	keyPoints: texts.map((text, index) => ({ id: `k${index}`, text })),
	body: [
		{ id: 'b1', type: 'paragraph', html: 'The tide came.' },
		{ id: 'box', type: 'keyPoints' },
	],
});
const paragraphs = (...texts: string[]) => ({
	body: texts.map((html, index) => ({ id: `p${index}`, type: 'paragraph', html })),
});
const subheads = (...levels: number[]) => ({
	body: [
		{ id: 'b1', type: 'paragraph', html: 'The tide came.' },
		...levels.map((level, index) => ({ id: `s${index}`, type: 'subhead', level, html: `Part ${index}` })),
	],
});
const lead = (words: object) => ({
	leadImage: { media: 'media/2025/03/a.png', alt: 'A wall by the sea', caption: 'The wall', credit: 'Ada', ...words },
});
const long = 'The tide came in over the old wall, and the people of the town went up the hill to look at it. '.repeat(
	6,
);
const told = (fields: object) => checkStory(fields).map(({ check, message }) => [check, message]);

describe('what is told', () => {
	test.each<[string, object, string]>([
		['key-points-few', points('The wall is old'), 'There is only one key point; at least 2 is the rule here'],
		[
			'key-point-long',
			points('x'.repeat(161), 'The wall is old'),
			'Key point 1 has 161 characters; at most 160 is the rule here',
		],
		[
			'key-point-headline',
			points('The wall is old', 'Harbour towns weigh the sea wall'),
			'Key point 2 repeats the headline',
		],
		['doubled-word', paragraphs('He saw the the wall.'), 'A word stands twice: “the the”'],
		['doubled-word', { standfirst: 'Nobody wants to to look.' }, 'A word stands twice: “to to”'],
		[
			'paragraph-repeated',
			paragraphs(long, 'Then it went.', long),
			'A paragraph stands twice: “The tide came in over the old wall, and…”',
		],
		['pair-unclosed', paragraphs('He said “no and left.'), 'A quotation is not closed: “He said “no and left.”'],
		['pair-unclosed', paragraphs('The wall (old fell.'), 'A bracket is not closed: “The wall (old fell.”'],
		['subhead-skipped', subheads(2, 4), '“Part 1” is a smallest subhead, and there is no smaller subhead above it'],
		['subhead-skipped', subheads(3), '“Part 0” is a smaller subhead, and there is no subhead above it'],
		[
			'alt-says-nothing',
			lead({ alt: 'IMG_4711.JPG' }),
			'The alt text of the lead picture is the name of a file: “IMG_4711.JPG”',
		],
		[
			'alt-says-nothing',
			lead({ alt: 'Photo' }),
			'The alt text of the lead picture does not say what it shows: “Photo”',
		],
		['alt-says-nothing', lead({ alt: 'The wall.' }), 'The alt text of the lead picture is its caption again'],
		['credit-missing', lead({ credit: ' ' }), 'The lead picture has no credit'],
		[
			'link-insecure',
			paragraphs('See <a href="http://example.org/">this</a>.'),
			'The link “this” goes to http://, which browsers call not secure',
		],
		[
			'link-tracking',
			{ related: [{ url: 'https://example.org/?utm_source=x', title: 'T' }] },
			'Related post 1 says where its readers come from',
		],
		[
			'number-differs',
			{ headline: 'Storm leaves 12 people dead', ...paragraphs(`${long} It left 11 people dead.`) },
			'The headline says “12 people”, and the body “11 people”',
		],
		[
			'name-differs',
			{ headline: 'Mayor Micheal Stone resigns', ...paragraphs('On Monday Michael Stone resigned.') },
			'The headline says Micheal, and the body Michael',
		],
		[
			'language-unlike',
			{ language: 'fr', ...paragraphs(long) },
			'The story reads like English, but its language is set to French',
		],
	])('%s of %j', (check, fields, message) => {
		expect(told(fields)).toEqual([[check, message]]);
	});

	test('a text that nobody can read is told at its longest sentence', () => {
		const easy = 'The wall is old. ';
		const hard =
			'Notwithstanding considerable administrative difficulties, municipality representatives unanimously acknowledged the unavoidable necessity of comprehensive infrastructural modernisation programmes. ';
		const [problem] = checkStory(paragraphs(hard.repeat(6), `${hard}${hard.replace('. ', ', ')}${hard}`, easy));
		expect(problem).toMatchObject({ check: 'reading-hard', where: { field: 'block', block: 'p1' } });
		expect(problem?.message).toMatch(/^The story is hard to read: \d+ of 100, .* Its longest sentence has 32 words$/);
	});
});

describe('what is not told', () => {
	test.each<[string, object]>([
		['no key points at all', {}],
		['as many as are the rule', points('The wall is old', 'The sea is high')],
		['a key point about what the headline is about', points('The wall is old', 'Harbour towns fear for the view')],
		['short paragraphs that come again, as in an interview', paragraphs('Yes, of course.', 'And?', 'Yes, of course.')],
		[
			'a pull quote that repeats its paragraph',
			{
				body: [
					{ id: 'p', type: 'paragraph', html: long },
					{ id: 'q', type: 'pullquote', html: long, attribution: 'Ada' },
				],
			},
		],
		['a quotation over two paragraphs', paragraphs('“The tide came.', '“Then it went,” she said.')],
		['a list with letters', paragraphs('There are a) walls and b) dunes.')],
		['subheads up and down again', subheads(2, 3, 4, 2, 3)],
		['a short alt text that says something', lead({ alt: 'Image of a wall' })],
		['an alt text that goes on from its caption', lead({ alt: 'The wall at low tide' })],
		[
			'a number that is said more exactly',
			{ headline: 'More than 5,000 people flee', ...paragraphs(`${long} Police counted 5,213 people, and 40 dogs.`) },
		],
		[
			'a number that is written out',
			{
				headline: 'Storm leaves 12 people dead',
				...paragraphs(`${long} It left twelve people dead, and hurt 30 people.`),
			},
		],
		[
			'a number with its million',
			{
				headline: 'Wall costs 5m euros',
				...paragraphs(`${long} It costs 5 million euros, of which 2 million euros are there.`),
			},
		],
		[
			'a number that only the headline has',
			{ headline: 'Storm leaves 12 people dead', ...paragraphs(`${long} It left 11 dogs.`) },
		],
		[
			'a number of a name, a time, a score and a year',
			{ headline: 'G7 meets at 10:30 in 2025, loses 2-1', ...paragraphs(`${long} In 2024 the G20 met at 11:00.`) },
		],
		[
			'a number while the body is begun',
			{ headline: 'Storm leaves 12 people dead', ...paragraphs('It left 11 people.') },
		],
		[
			'a name in another form',
			{ headline: 'Berlins Marina falls', ...paragraphs('On Monday the Marine of Berlin fell.') },
		],
		['a word that is no name', { headline: 'Trail ends', ...paragraphs('On Monday the trail ended at the Trial.') }],
		[
			'German, where every noun looks like a name',
			{ language: 'de', headline: 'Kosten steigen', ...paragraphs('Am Montag stiegen, wie man sah, Kisten.') },
		],
		['a link to https with a question of its own', paragraphs('See <a href="https://example.org/?id=2">this</a>.')],
	])('%s', (_what, fields) => {
		expect(told(fields)).toEqual([]);
	});
});
