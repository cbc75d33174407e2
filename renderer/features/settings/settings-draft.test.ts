import { expect, test } from 'vitest';
import { Newsroom } from '#shared/model/newsroom.ts';
import { checkSettings, draftOf } from './settings-draft.ts';

const newsroom = Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'The Evening Post' });

test('settings that are not changed stay as they are', () => {
	expect(checkSettings(draftOf(newsroom), newsroom)).toEqual({ ok: true, newsroom });
});

test('each field that cannot be used says what to write', () => {
	const draft = { ...draftOf(newsroom), name: ' ', siteUrl: 'post.example', timeZone: 'Mars/Base' };
	const checked = checkSettings(draft, newsroom);
	expect(checked.ok).toBe(false);
	if (!checked.ok) expect(Object.keys(checked.errors).sort()).toEqual(['name', 'siteUrl', 'timeZone']);
});
