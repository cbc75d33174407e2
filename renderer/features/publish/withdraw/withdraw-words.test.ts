import { expect, test } from 'vitest';
import { linkingWords, withdrawnWords } from './withdraw-words.ts';

test('what a linking story shows instead is told by what its readers have', () => {
	const published = { status: 'published', places: ['related'], shown: ['related'] } as const;
	expect(linkingWords(published)).toBe('Its related post is left out; the rest of its page stays.');
	expect(linkingWords({ ...published, shown: ['related', 'nextRead'] })).toContain('related post and next read are');
	expect(linkingWords({ ...published, places: [] })).toContain('changes that are not live');
	expect(linkingWords({ ...published, shown: [] })).toContain(
		'In its changes that are not live, the related post leads',
	);
	expect(linkingWords({ status: 'draft', places: ['nextRead'], shown: [] })).toBe(
		'Readers do not have it; its next read leads nowhere until you choose another.',
	);
});

test('a withdrawal is told with its day and its reason', () => {
	const withdrawal = { note: '', replacedBy: null, date: '2025-07-01T07:00:00Z' };
	const clock = { locale: 'en-GB', timeZone: 'UTC' };
	expect(withdrawnWords({ ...withdrawal, kind: 'legal' }, clock)).toBe(
		'Withdrawn 1 July 2025, 07:00 UTC: legal reasons.',
	);
	expect(withdrawnWords({ ...withdrawal, kind: 'unstated' }, clock)).toContain('without a reason.');
});
