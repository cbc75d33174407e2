import { expect, test } from 'vitest';
import type { LinkedStory } from '../../contract/articles.ts';
import { Limits } from '../../model/newsroom.ts';
import { type CheckContext, isBlocked } from './check-article.ts';
import { checksOf } from './check-settings.ts';
import { checkStory, good } from './testing/check-story.ts';

const otherId = '01JQNV3M8Z4T6W9X2Y5B7C1D3G';
const other: LinkedStory = {
	id: otherId,
	slug: 'night-trains',
	headline: 'Night trains return',
	excerpt: '',
	categories: [],
	status: 'published',
	date: '2025-03-01T00:00:00Z',
	embargo: null,
	untilLifted: false,
	reason: '',
	scheduled: null,
	image: null,
	imageAlt: '',
};
const check = (fields: object, more: Partial<CheckContext> = {}) =>
	checkStory(fields, { linked: () => other, ...more });

test('a finished story has no problems', () => {
	expect(check({ related: [{ article: otherId }], nextRead: { article: otherId } })).toEqual([]);
});

const picture = { media: 'media/2025/03/a.png', alt: ' ', credit: 'Ada' };
test.each([
	['headline-missing', { headline: ' ' }, { field: 'headline' }, 'The story has no headline'],
	['category-missing', { categories: [] }, { field: 'categories' }, 'The story is in no category'],
	[
		'category-unknown',
		{ categories: ['world', 'gone'] },
		{ field: 'categories' },
		'The newsroom has no category “gone” any more',
	],
	[
		'body-missing',
		{
			body: [
				{ id: 'b1', type: 'paragraph', html: ' ' },
				{ id: 'd', type: 'divider' },
			],
		},
		{ field: 'body' },
		'The story has no body',
	],
	['lead-image-alt-missing', { leadImage: picture }, { field: 'leadImage' }, 'The lead picture has no alt text'],
	[
		'image-alt-missing',
		{ body: [{ id: 'i', type: 'image', ...picture }] },
		{ field: 'block', block: 'i' },
		'A picture in the body has no alt text',
	],
	[
		'gallery-alt-missing',
		{ body: [{ id: 'g', type: 'gallery', images: [{ ...picture, alt: 'A wall' }, picture] }] },
		{ field: 'block', block: 'g' },
		'Picture 2 of a gallery has no alt text',
	],
])('%s blocks the export and says where', (name, fields, where, message) => {
	expect(check(fields)).toEqual([{ check: name, severity: 'error', where, message }]);
});

test('a related post or next read that is gone blocks the export; one not known yet does not', () => {
	const links = {
		related: [{ url: 'https://example.org/', title: 'Out' }, { article: otherId }],
		nextRead: { article: otherId },
	};
	const problems = check(links, { linked: () => null });
	expect(isBlocked(problems)).toBe(true);
	expect(problems.map((problem) => problem.where)).toEqual([{ field: 'related', index: 1 }, { field: 'nextRead' }]);
	expect(check(links, { linked: () => undefined })).toEqual([]);
	// What readers have goes on without the link.
	expect(isBlocked(check({ ...links, status: 'published' }, { linked: () => null }))).toBe(false);
});

test('a picture that the newsroom lost blocks the export', () => {
	const problems = check({ leadImage: { ...picture, alt: 'A wall' } }, { mediaExists: () => false });
	expect(problems.map((problem) => problem.check)).toEqual(['picture-gone']);
});

const two = (one: string, other: string) => [
	{ id: 'k1', text: one },
	{ id: 'k2', text: other },
];
test.each([
	['placeholder', { standfirst: 'A TKTK wall' }],
	['headline-long', { headline: 'x'.repeat(91) }],
	['standfirst-long', { standfirst: 'x'.repeat(161) }],
	['standfirst-missing', { standfirst: '' }],
	['key-points-unplaced', { keyPoints: two('A', 'B') }],
	['key-points-empty', { body: [...good.body, { id: 'k', type: 'keyPoints' }] }],
	['key-point-empty', { keyPoints: two('A', ' '), body: [...good.body, { id: 'k', type: 'keyPoints' }] }],
	['subhead-empty', { body: [...good.body, { id: 's', type: 'subhead', html: '' }] }],
	['quote-empty', { body: [...good.body, { id: 's', type: 'quote', html: ' ' }] }],
	['link-empty', { body: [{ id: 's', type: 'paragraph', html: 'See <a href="#">this</a>' }] }],
	['outside-link-untitled', { related: [{ url: 'https://example.org/' }] }],
	['linked-story-itself', { related: [{ article: good.id }] }],
	['related-many', { related: Array.from({ length: 7 }, (_, n) => ({ url: `https://example.org/${n}`, title: 'T' })) }],
])('%s is a warning that blocks nothing', (name, fields) => {
	const problems = check(fields);
	expect(problems.map((problem) => [problem.check, problem.severity])).toEqual([[name, 'warning']]);
	expect(isBlocked(problems)).toBe(false);
});

test('a related story that readers cannot see yet is a warning', () => {
	const related = { related: [{ article: otherId }] };
	expect(check(related, { linked: () => ({ ...other, status: 'draft' }) })[0]?.message).toBe(
		'Related post 1 is “Night trains return”, which is a draft, so readers will not get it',
	);
	const embargoed = check(related, {
		linked: () => ({ ...other, embargo: '2025-04-01T04:00:00Z' }),
		dateStyle: { locale: 'en-GB', timeZone: 'Europe/Brussels' },
	});
	expect(embargoed[0]?.message).toBe(
		'Related post 1 is “Night trains return”, which is under embargo until 1 April 2025, 06:00 CEST',
	);
	expect(check(related, { linked: () => ({ ...other, embargo: '2025-03-30T04:00:00Z' }) })).toEqual([]);
});

test('a check that is switched off says nothing, and one that is an error here blocks the export', () => {
	const limits = Limits.parse({});
	const off = { checks: checksOf({ limits, checks: { placeholder: { on: false }, 'link-empty': { on: false } } }) };
	const body = [{ id: 's', type: 'paragraph', html: 'See <a href="#">this</a>, TK' }];
	expect(check({ body }, off)).toEqual([]);
	const raised = { checks: checksOf({ limits, checks: { 'link-empty': { severity: 'error' } } }) };
	const problems = check({ body, standfirst: '' }, raised);
	expect(problems.map(({ check, severity }) => [check, severity])).toEqual([
		['link-empty', 'error'],
		['standfirst-missing', 'warning'],
		['placeholder', 'warning'],
	]);
	expect(check({ body, standfirst: '' }, { ...raised, depth: 'errors' })).toMatchObject([{ check: 'link-empty' }]);
});

test('what looks at every word is left out where many stories are checked, unless it keeps one back', () => {
	const body = [{ id: 's', type: 'paragraph', html: 'See the the wall, TK' }];
	expect(check({ body }, { depth: 'quick' }).map(({ check }) => check)).toEqual(['placeholder']);
	const raised = checksOf({ limits: Limits.parse({}), checks: { 'doubled-word': { severity: 'error' } } });
	const told = (depth: 'quick' | 'errors') => check({ body }, { depth, checks: raised }).map(({ check }) => check);
	expect(told('quick')).toEqual(['doubled-word', 'placeholder']);
	expect(told('errors')).toEqual(['doubled-word']);
});

test('each TK is told with the words around it', () => {
	const body = [{ id: 'b1', type: 'paragraph', html: 'It cost <strong>TK</strong> euros, the NTKA said.' }];
	expect(check({ headline: 'TK Harbour', body })).toMatchObject([
		{ where: { field: 'headline' }, message: 'TK is still to be filled in: “TK Harbour”' },
		{
			where: { field: 'block', block: 'b1' },
			message: 'TK is still to be filled in: “It cost TK euros, the NTKA said.”',
		},
	]);
});
