import { expect, test } from 'vitest';
import { Article } from '../../model/article.ts';
import { changedFacts, says, stillSaid } from './changed-facts.ts';
import { correctionDay, newestFirst } from './correction-words.ts';
import { draftCorrection } from './draft-correction.ts';
import { ReaderNote, withReaderNote } from './reader-note.ts';

const mill = (html: string, more: Partial<Article> = {}): Article =>
	Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
		slug: 'mill',
		headline: 'Eleven bakers buy a mill',
		keyPoints: [{ id: 'k1', text: 'The eleven bakers pay €1.5m' }],
		body: [
			{ id: 'b1', type: 'paragraph', html },
			{ id: 'b2', type: 'paragraph', html: 'Marie Durand says that all eleven agreed on 11 March.' },
		],
		dates: { created: '2025-03-01T08:00:00Z', updated: '2025-03-01T08:00:00Z' },
		...more,
	});
const before = mill('The mill was bought by eleven bakers on Monday for €1.5m.');

test.each([
	['The mill was bought by twelve bakers on Monday for €1.5m.', 'An earlier version said eleven; it is twelve.'],
	[
		'The mill was bought by twelve bakers on Tuesday for €1.5m.',
		'An earlier version said eleven; it is twelve. It said Monday; it is Tuesday.',
	],
	[
		'The mill was bought by eleven village farmers on Monday for €1.5m.',
		'An earlier version said “bakers”; it should have said “village farmers”.',
	],
	['The mill was bought by eleven bakers on Monday.', 'An earlier version said “for €1.5m”; that has been taken out.'],
	['The old mill was bought by eleven bakers on Monday for €1.5m.', 'An earlier version left out “old”.'],
	['The mill was bought by eleven bakers, on Monday, for €1.5m.', ''],
])('a correction is drafted from the difference: %s', (html, text) => {
	expect(draftCorrection(before, mill(html), 'correction')).toEqual({ text, block: text === '' ? null : 'b1' });
});

test.each([
	[
		'fr',
		'Une version précédente indiquait «\u00a0eleven\u00a0»\u00a0; il fallait lire «\u00a0twelve\u00a0». Elle indiquait aussi «\u00a0Monday\u00a0»\u00a0; il fallait lire «\u00a0Tuesday\u00a0».',
	],
	[
		'de-AT',
		'In einer früheren Fassung stand „eleven“; richtig ist „twelve“. Dort stand auch „Monday“; richtig ist „Tuesday“.',
	],
	[
		'es',
		'Una versión anterior decía «eleven»; lo correcto es «twelve». También decía «Monday»; lo correcto es «Tuesday».',
	],
	[
		'it',
		'Una versione precedente riportava «eleven»; si legga «twelve». Riportava anche «Monday»; si legga «Tuesday».',
	],
	['pt-BR', 'Uma versão anterior dizia “eleven”; o correto é “twelve”. Dizia também “Monday”; o correto é “Tuesday”.'],
	[
		'nl',
		'In een eerdere versie stond ‘eleven’; dat moet zijn: ‘twelve’. Er stond ook ‘Monday’; dat moet zijn: ‘Tuesday’.',
	],
	['pl', 'We wcześniejszej wersji było „eleven”; powinno być „twelve”. Było też „Monday”; powinno być „Tuesday”.'],
	['uk', 'У попередній версії було «eleven»; має бути «twelve». Також було «Monday»; має бути «Tuesday».'],
	['fi', 'An earlier version said eleven; it is twelve. It said Monday; it is Tuesday.'],
])('a note is drafted in the language of the story: %s', (language, text) => {
	const after = mill('The mill was bought by twelve bakers on Tuesday for €1.5m.', { language });
	expect(draftCorrection(before, after, 'correction').text).toBe(text);
});

test.each(['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'uk'])(
	'every kind of sentence is whole in %s',
	(language) => {
		const base = 'The mill was bought by eleven bakers on Monday for €1.5m.';
		const cases = [
			['The mill was bought by twelve bakers on Monday for €1.5m.', 'clarification', 2],
			['The mill was bought by eleven bakers on Monday.', 'correction', 1],
			['The old mill was bought by eleven bakers on Monday for €1.5m.', 'correction', 1],
		] as const;
		const texts = cases.map(([html, kind, quotes]) => {
			const { text } = draftCorrection(mill(base, { language }), mill(html, { language }), kind);
			expect(text.match(/[“„«‘][^”“»’]+[”“»’]/g)).toHaveLength(quotes);
			expect(text).toMatch(/^\p{Lu}.*\.$/u);
			return text.replace(/[“„«‘].*?[”“»’]/g, '');
		});
		expect(new Set(texts).size).toBe(cases.length);
	},
);

test('a clarification says both as words, and what stands in two places is told once', () => {
	const after = mill('The mill was bought by twelve bakers on Monday for €1.5m.', {
		keyPoints: [{ id: 'k1', text: 'The twelve bakers pay €1.5m' }],
	});
	const { text, block } = draftCorrection(before, after, 'clarification');
	expect(text).toBe('An earlier version said “eleven”; it now says “twelve”.');
	expect(block).toBe('b1');
});

test('changed numbers, names and dates are found where they are still said', () => {
	const after = mill('The mill was bought by twelve bakers on Tuesday for €1.6m.');
	const facts = changedFacts(before, after);
	expect(facts).toEqual(['eleven', 'Monday', '1.5m']);
	expect(stillSaid(after, facts)).toEqual([
		{ fact: 'eleven', where: { field: 'headline' }, text: 'Eleven bakers buy a mill' },
		{ fact: 'eleven', where: { field: 'keyPoints' }, text: 'The eleven bakers pay €1.5m' },
		{ fact: '1.5m', where: { field: 'keyPoints' }, text: 'The eleven bakers pay €1.5m' },
		{
			fact: 'eleven',
			where: { field: 'block', block: 'b2' },
			text: 'Marie Durand says that all eleven agreed on 11 March.',
		},
	]);
});

test('a name is one fact, and what only begins a sentence is none', () => {
	const named = (html: string) => mill(html);
	expect(
		changedFacts(named('They told Marie Durand so. Later she left.'), named('They told Anne Petit so. Then she left.')),
	).toEqual(['Marie Durand']);
});

test.each([
	['The 11 bakers', '11', true],
	['The 111 bakers', '11', false],
	['For 1.5 million', '5', false],
	['It is 5.', '5', true],
	['Mondays are free', 'Monday', false],
	['It told us so', 'US', false],
	['Eleven bakers', 'eleven', true],
	['東京の店', '東京', true],
])('“%s” says “%s”: %s', (text, fact, expected) => {
	expect(says(text, fact)).toBe(expected);
});

test('a note is put into the story with its moment, and one about a passage that is gone is about the whole', () => {
	const moment = '2025-04-01T10:00:00Z';
	const note = ReaderNote.parse({ kind: 'correction', text: ' It is twelve. ', priority: 'high', block: 'b1' });
	expect(withReaderNote(before, note, moment).corrections).toEqual([
		{ kind: 'correction', date: moment, text: 'It is twelve.', priority: 'high', block: 'b1' },
	]);
	expect(withReaderNote({ ...before, body: [] }, note, moment).corrections[0]?.block).toBeNull();
	expect(withReaderNote(before, { kind: 'update' }, moment).dates).toEqual({ ...before.dates, updateShown: moment });
	expect(withReaderNote(before, { kind: 'fix' }, moment)).toBe(before);
	expect(ReaderNote.safeParse({ kind: 'correction', text: '  ' }).success).toBe(false);
});

test('a note carries the day of the newsroom, and the newest stands first', () => {
	expect(correctionDay({ date: '2025-03-31T22:30:00Z' }, { timeZone: 'Europe/Brussels' })).toBe('2025-04-01');
	expect(correctionDay({ date: '2025-03-31' }, { timeZone: 'Asia/Tokyo' })).toBe('2025-03-31');
	const dates = ['2025-03-31', '2025-03-31T22:30:00Z', '2025-04-02'].map((date) => ({ date }));
	expect(newestFirst(dates).map(({ date }) => date)).toEqual(['2025-04-02', '2025-03-31T22:30:00Z', '2025-03-31']);
});
