import { expect, test } from 'vitest';
import type { LinkedStory } from '../../model/linked-story.ts';
import { Limits } from '../../model/newsroom.ts';
import { checksOf } from './check-settings.ts';
import { ownSlug, ownSlugs } from './link-address.ts';
import { checkStory } from './testing/check-story.ts';

const id = '01JQNV3M8Z4T6W9X2Y5B7C1D3G';
const story: LinkedStory = {
	id,
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
const body = (href: string) => [{ id: 'p', type: 'paragraph', html: `See <a href="${href}">this</a>.` }];
const told = (href: string, found: LinkedStory | null | undefined, siteUrl = 'https://post.example') =>
	checkStory(
		{ body: body(href) },
		{ ownLinks: { siteUrl, storyAt: () => (found === null ? null : found?.id) }, linked: () => found },
	).map(({ check, message }) => [check, message]);

test.each([
	['https://post.example/night-trains', 'https://post.example', 'night-trains'],
	['https://POST.example/night-trains/?a=1#b', 'https://post.example/', 'night-trains'],
	['https://post.example/news/night-trains', 'https://post.example/news', 'night-trains'],
	['/night-trains', '', 'night-trains'],
	['https://post.example/news/night-trains', 'https://post.example', null],
	['https://post.example.org/night-trains', 'https://post.example', null],
	['https://post.example/', 'https://post.example', null],
	['https://post.example/a.pdf', 'https://post.example', null],
	['mailto:desk@post.example', '', null],
])('%s on %s is the address of %s', (href, site, slug) => {
	expect(ownSlug(href, site)).toBe(slug);
});

test('each slug is asked for once', () => {
	const blocks = [...body('/a-b'), ...body('/a-b'), ...body('/c-d')];
	expect(ownSlugs({ body: blocks.map((block) => ({ ...block, type: 'paragraph' as const })) }, '')).toEqual([
		'a-b',
		'c-d',
	]);
});

test('a link to a story that readers do not have is told', () => {
	expect(told('https://post.example/night-trains', { ...story, status: 'withdrawn' })).toEqual([
		[
			'own-link-unpublished',
			'The link “this” leads to “Night trains return”, which is withdrawn, so readers will not find it',
		],
	]);
	expect(told('https://post.example/the-old-night-trains', null)).toEqual([
		[
			'own-link-gone',
			'The link “this” leads to an address of this site that no story has, or one that is in the trash',
		],
	]);
});

test('made an error, it keeps a story from its readers, but not from those who have it', () => {
	const checks = checksOf({ limits: Limits.parse({}), checks: { 'own-link-unpublished': { severity: 'error' } } });
	const ownLinks = { siteUrl: '', storyAt: () => id };
	const severityOf = (status: string) =>
		checkStory(
			{ status, body: body('/night-trains') },
			{ checks, ownLinks, linked: () => ({ ...story, status: 'draft' }) },
		).map(({ severity }) => severity);
	expect(severityOf('ready')).toEqual(['error']);
	expect(severityOf('published')).toEqual(['warning']);
});

test.each<[string, string, LinkedStory | null | undefined]>([
	['a story that readers have', 'https://post.example/night-trains', story],
	['one that is not known yet', 'https://post.example/the-old-night-trains', undefined],
	['a page of the site that is no story', 'https://post.example/terms-of-use', null],
	['another site', 'https://elsewhere.example/the-old-night-trains', null],
])('nothing is told of %s', (_what, href, found) => {
	expect(told(href, found)).toEqual([]);
});
