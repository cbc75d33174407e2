import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { createCore } from './create-core.ts';
import { filePreferences } from './preferences.ts';

test('a newsroom is made, a story written, saved and read again', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'galley-'));
	const core = await createCore({
		version: '1.2.3',
		preferences: filePreferences(join(folder, 'user', 'preferences.json')),
		dialogs: null,
		log: (message, error) => {
			throw new Error(message, { cause: error });
		},
		newsroomPath: join(folder, 'nowhere'),
		sampleNewsroom: join(folder, 'sample'),
		documentsFolder: folder,
	});
	const call = async (name: string, input: unknown) => {
		const result = await core.request(name, input, 100);
		if (!result.ok) throw new Error(result.failure.message);
		return result.value;
	};
	expect(await call('newsroom.current', {})).toMatchObject({
		kind: 'none',
		problem: expect.stringContaining('nowhere'),
	});
	await call('newsroom.create', { path: join(folder, 'desk'), name: 'The Desk' });
	const heard: string[] = [];
	core.subscribe((event) => heard.push(event.name));
	const made = (await call('articles.create', { headline: 'Harbour wall holds' })) as OpenedArticle;
	expect(made.path).toMatch(/^articles\/\d{4}\/\d{2}\/harbour-wall-holds-[0-9a-z]{6}\.json$/);
	const article = { ...made.article, standfirst: 'It does.' };
	const saved = (await call('articles.save', { article, basedOn: made.revision })) as SaveOutcome;
	expect(saved.kind).toBe('saved');
	expect(await readFile(join(folder, 'desk', made.path), 'utf8')).toContain('"standfirst": "It does."');
	expect(await call('articles.list', {})).toMatchObject({ total: 1, rows: [{ headline: 'Harbour wall holds' }] });
	expect(heard).toEqual(['articles.changed', 'articles.changed']);
	await core.close();
	expect(await readdir(join(folder, 'desk', made.path, '..'))).toHaveLength(1);
});
