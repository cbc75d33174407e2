import { expect, test } from 'vitest';
import type { LoggedStory } from '#shared/contract/targets.ts';
import { writtenTargets } from '../../session/use-targets.ts';
import { entryWords, standingWords, storiesWords } from './target-words.ts';

const story = (what: LoggedStory['what']): LoggedStory => ({
	id: '01JZZZZZZZZZZZZZZZZZZZZZZZ',
	headline: '',
	what,
	hash: null,
});

test('a target that has everything says nothing; others say what is the matter, and the way out', () => {
	expect(standingWords('Site', { kind: 'idle' })).toBeNull();
	const behind = standingWords('Site', { kind: 'behind', since: '2025-03-31T08:00:00Z', reason: 'The disk is full.' });
	expect(behind).toEqual({ text: 'Site is behind', whole: 'The disk is full.', action: 'Catch up' });
	expect(standingWords('Site', { kind: 'rolled back', to: 4 })?.whole).toContain('export 4');
});

test('what became of stories is counted', () => {
	expect(storiesWords([story('new'), story('removed'), story('new')], 'en')).toBe('2 new, 1 removed');
	expect(storiesWords([], 'en')).toBe('No story changed');
	expect(entryWords({ kind: 'roll back', to: 3 })).toBe('Taken back to export 3');
});

test('one or two targets are named, more are counted', () => {
	const targets = ['Site', 'Archive', 'App'].map((name) => ({ name, onPublish: true }));
	expect(writtenTargets([{ name: 'Staging', onPublish: false }])).toBeNull();
	expect(writtenTargets(targets.slice(0, 2))).toBe('Site and Archive');
	expect(writtenTargets(targets)).toBe('3 targets');
});
