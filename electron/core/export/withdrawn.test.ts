import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Article, articleSchemaUrn } from '#shared/model/article.ts';
import { exportSourceOf } from '../services/export-source-of.ts';
import { type TempNewsroom, tempNewsroom } from '../testing/temp-newsroom.ts';
import { planExport, runExport } from './run.ts';
import { all, desk } from './testing/desk.ts';
import { readFiles, type TestStory, testId } from './testing/test-newsroom.ts';

const dates = (published: string | null) => ({
	created: '2025-03-01T08:00:00Z',
	updated: '2025-03-20T08:00:00Z',
	published,
	updateShown: null,
	scheduled: null,
	embargo: null,
});
const gone = (number: number, withdrawal: Partial<Article['withdrawal'] & object> | null, more = {}): TestStory => ({
	id: testId(number),
	slug: `gone-${number}`,
	status: 'withdrawn',
	headline: 'Secretheadline',
	standfirst: 'Secretstandfirst',
	dates: dates('2025-03-02T08:00:00Z'),
	withdrawal: withdrawal && {
		kind: 'mistake',
		note: '',
		replacedBy: null,
		date: `2025-03-1${number - 10}T08:00:00Z`,
		...withdrawal,
	},
	...more,
});

async function exported(source: Awaited<ReturnType<TempNewsroom['reopen']>> | null, out: string) {
	if (source !== null) await runExport(exportSourceOf(source), all, out);
	const files = await readFiles(out);
	return JSON.parse(files['withdrawn.json'] ?? '').withdrawn as { slug: string }[];
}

test('what was withdrawn is told newest first, with its reason, its note and what takes its place, and no word more', async () => {
	const { newsroom, out } = await desk();
	await newsroom.write(gone(11, { note: 'A judge asked for it.', kind: 'legal' }, { formerSlugs: ['long-gone'] }));
	await newsroom.write(gone(12, { kind: 'replaced', replacedBy: { article: testId(2) } }));
	await newsroom.write(
		gone(13, { kind: 'replaced', replacedBy: { url: 'https://a.example/b', title: 'x', excerpt: '' } }),
	);
	// Readers do not have this one, so that they are not sent there.
	await newsroom.write(gone(14, { kind: 'replaced', replacedBy: { article: testId(3) } }));
	await newsroom.write(gone(15, null));
	await newsroom.write(gone(16, {}, { dates: dates(null) }));
	// Another story stands at its address by now.
	await newsroom.write(gone(17, {}, { slug: 'sea-wall' }), 'sea-wall-2');
	const source = await newsroom.source();
	// Nor is that kept from the editor.
	expect((await planExport(source, all, out)).unreplaced).toEqual([
		{ id: testId(14), headline: 'Secretheadline', reason: expect.stringMatching(/^has no replacement for readers: /) },
	]);
	await runExport(source, all, out);
	const { withdrawn } = JSON.parse((await readFiles(out))['withdrawn.json'] ?? '');
	expect(withdrawn.map(({ slug, replacedBy }: { slug: string; replacedBy: string }) => [slug, replacedBy])).toEqual([
		['gone-15', null],
		['gone-14', null],
		['gone-13', 'https://a.example/b'],
		['gone-12', '/night-trains'],
		['gone-11', null],
	]);
	expect(withdrawn.at(-1)).toEqual({
		id: testId(11),
		slug: 'gone-11',
		url: '/gone-11',
		json: 'articles/gone-11.json',
		former: [{ url: '/long-gone', json: 'articles/long-gone.json' }],
		kind: 'legal',
		note: 'A judge asked for it.',
		date: '2025-03-11T08:00:00Z',
		replacedBy: null,
	});
	// Nobody said why, so that only its file tells when.
	expect(withdrawn[0]).toMatchObject({ kind: 'unstated', date: dates(null).updated });
	expect(JSON.stringify(await readFiles(out))).not.toContain('Secret');
	// What comes out as before is sent to all the same.
	const before = await readFiles(out);
	expect(await runExport(await newsroom.source('2025-05-01T00:00:00Z'), all, out)).toMatchObject({ written: 0 });
	expect(await readFiles(out)).toEqual(before);
});

test('a story is withdrawn without a reason, with one later, and is published again with none', async () => {
	const newsroom = await tempNewsroom();
	const out = join(newsroom.path, '../site');
	const { articles } = newsroom;
	let story = await articles.create('Harbour opens');
	const save = async (change: Partial<Article>) => {
		const outcome = await articles.save({ ...story.article, ...change }, story.revision);
		if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
		story = { ...story, ...outcome };
		return story.article;
	};
	const withdrawal = { kind: 'expired', note: 'It is over.', replacedBy: null, date: '2025-03-01T08:00:00Z' } as const;
	expect((await save({ status: 'withdrawn' })).withdrawal).toBeNull();
	expect((await save({ status: 'published', withdrawal })).withdrawal).toBeNull();
	const { date, ...said } = (await save({ status: 'withdrawn' })).withdrawal ?? { date: '' };
	expect(said).toEqual({ kind: 'unstated', note: '', replacedBy: null });
	expect(Date.parse(date)).toBeGreaterThan(Date.parse('2025-01-01'));
	expect((await save({ withdrawal })).withdrawal).toEqual(withdrawal);
	expect(await exported(newsroom, out)).toMatchObject([{ kind: 'expired', note: 'It is over.' }]);
	const copy = await articles.duplicate(story.article.id);
	expect(copy.article).toMatchObject({ $schema: articleSchemaUrn, status: 'draft', withdrawal: null });
	expect((await save({ status: 'published' })).withdrawal).toBeNull();
	expect(await exported(newsroom, out)).toEqual([]);
});
