import { expect, test } from 'vitest';
import { Article } from '#shared/model/article.ts';
import { addressWords, correctionsWords, dateWords, seoWords } from './setting-words.ts';

const now = new Date('2025-06-01T12:00:00Z');
const clock = { locale: 'en-GB', timeZone: 'Europe/Brussels' };
const story = (fields: object = {}, dates: object = {}): Article =>
	Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
		slug: 'harbour-wall',
		headline: '',
		dates: { created: '2025-03-31T08:00:00Z', updated: '2025-05-31T08:00:00Z', ...dates },
		...fields,
	});
const published = '2025-05-03T10:00:00Z';

test.each([
	['Not scheduled', {}, {}],
	['Not scheduled, dated 3 May', {}, { published }],
	['Scheduled for 3 June, 06:00', { status: 'ready' }, { scheduled: '2025-06-03T04:00:00Z' }],
	['Was scheduled for 3 May, 06:00', { status: 'review' }, { scheduled: '2025-05-03T04:00:00Z' }],
	['Published on 3 May', { status: 'published' }, { published, scheduled: '2025-05-03T04:00:00Z' }],
	['Published on 3 May, updated on 4 May', { status: 'published' }, { published, updateShown: '2025-05-04T10:00:00Z' }],
	['Published on 31 December 2024', { status: 'published' }, { published: '2024-12-31T10:00:00Z' }],
	['Not scheduled, under embargo until 2 June, 06:00', {}, { embargo: '2025-06-02T04:00:00Z' }],
	['Not scheduled', {}, { embargo: '2025-05-02T04:00:00Z' }],
	['Not scheduled, under embargo until it is lifted', { embargo: { untilLifted: true, reason: '' } }, {}],
	['Withdrawn', { status: 'withdrawn' }, { published }],
])('of its dates it is said: %s', (words, fields, dates) => {
	expect(dateWords(story(fields, dates), clock, now)).toBe(words);
});

test('an address is told with its language', () => {
	expect(addressWords(story({ language: 'fr' }))).toBe('harbour-wall, in French');
	expect(addressWords(story({ slug: 'story-2' }))).toBe('Made from the headline later, in English');
	expect(addressWords(story({ slug: 'story-2', status: 'published' }))).toBe('story-2, in English');
});

test('search engines are told what is not the story’s own', () => {
	expect(seoWords({ title: '', description: '', canonical: '' })).toBe('As headline and standfirst');
	expect(seoWords({ title: 'A', description: 'B', canonical: '' })).toBe('Their own title and description');
	expect(seoWords({ title: '', description: '', canonical: 'https://example.org/' })).toBe(
		'As headline and standfirst; first appeared elsewhere',
	);
});

test('corrections are counted, and the last one has its day', () => {
	const on = (date: string) => ({ date, text: 'It is twelve.' });
	const words = (corrections: object[]) => correctionsWords(story({ corrections }).corrections, clock, now);
	expect(words([])).toBe('None');
	expect(words([on('2025-05-03T10:00:00Z')])).toBe('One, of 3 May');
	expect(words([on('2025-05-04T10:00:00Z'), on('2025-05-03T10:00:00Z')])).toBe('2, the last of 4 May');
});
