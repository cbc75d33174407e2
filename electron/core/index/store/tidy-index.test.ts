import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realFileSystem } from '../../disk/file-system.ts';
import { checkNewsroomPath } from '../../disk/newsroom-path.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';
import { categories, filterOf, newsroom, paragraph, storyArticle, storyEntry } from '../testing/index-stories.ts';
import { createStoryIndex, type StoryIndex } from '../thread/story-index.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';

let folder = '';
let file = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'galley-index-'));
	file = join(folder, 'index.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts stories in, each in a transaction of its own, so that each is a part of the full text. */
function putOneByOne(index: IndexDatabase, count: number): void {
	for (let number = 0; number < count; number += 1) {
		index.begin();
		index.put(storyEntry(number, { body: paragraph(`Flood ${number} ${'river bank '.repeat(200)}`) }), 'mark');
		index.commit();
	}
}

/** The parts that the full text of a closed index lies in. */
function countParts(): number {
	const database = new Database(file, { readonly: true });
	const [row] = database.prepare('select count(distinct segid) from words_idx').raw().all([]);
	database.close();
	return Array.isArray(row) ? Number(row[0]) : Number.NaN;
}

test('the parts of the full text are merged in small pieces, and searches in between find the same', () => {
	const index = openIndexDatabase(file);
	index.follow(newsroom, categories);
	putOneByOne(index, 100);
	let pieces = 0;
	while (index.tidy()) {
		pieces += 1;
		expect(index.total(filterOf({ text: 'flood' }))).toBe(100);
		expect(index.search('flood 57', 5, [])).toHaveLength(1);
	}
	expect(pieces).toBeGreaterThan(2);
	index.close();
	expect(countParts()).toBeLessThan(20);
});

test('without it there are as many parts as transactions', () => {
	const index = openIndexDatabase(file);
	putOneByOne(index, 40);
	index.close();
	expect(countParts()).toBe(40);
});

test('nothing is merged among changes that are not kept yet', () => {
	const index = openIndexDatabase(file);
	putOneByOne(index, 40);
	index.begin();
	index.put(storyEntry(50), 'mark');
	expect(index.tidy()).toBe(false);
	index.commit();
	expect(index.tidy()).toBe(true);
	index.close();
});

/** An index whose scan is done and that has then taken so many stories, one by one. */
async function keepStories(count: number): Promise<StoryIndex> {
	const { path } = await newsroomOf(1);
	const checked = await checkNewsroomPath(realFileSystem, path);
	let told = () => {};
	const whole = new Promise<void>((tell) => {
		told = tell;
	});
	const options = { newsroom: checked.path, places: [file], settings: newsroom, categories };
	const index = createStoryIndex(options, ({ kind }) => kind === 'whole' && told());
	await whole;
	for (let number = 0; number < count; number += 1) {
		index.put({ article: storyArticle(number), path: `articles/${number}.json`, revision: '', hasChanges: false });
	}
	return index;
}

test('the index merges them once nobody has asked or changed anything for a while', async () => {
	const busy = await keepStories(40);
	await busy.ask('total', filterOf());
	busy.close();
	expect(countParts()).toBeGreaterThan(40);
	rmSync(file);
	const idle = await keepStories(40);
	await setTimeout(2000);
	idle.close();
	expect(countParts()).toBeLessThan(20);
}, 300_000);

test('the log is begun anew once it was moved', () => {
	const index = openIndexDatabase(file);
	index.follow(newsroom, categories);
	const logAfter = (rounds: number) => {
		for (let round = 0; round < rounds; round += 1) {
			putOneByOne(index, 30);
			index.moveLog();
		}
		return statSync(`${file}-wal`).size;
	};
	const first = logAfter(1);
	expect(first).toBeGreaterThan(100_000);
	expect(logAfter(6)).toBeLessThan(3 * first);
	index.close();
});

test('the log of an index takes little room on the disk once all is in order, and none once it is closed', () => {
	const index = openIndexDatabase(file);
	index.follow(newsroom, categories);
	const logSize = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
	index.begin();
	for (let number = 0; number < 900; number += 1)
		index.put(storyEntry(number, { body: paragraph(`Flood ${number} ${'river bank '.repeat(900)}`) }), 'mark');
	index.commit();
	expect(logSize()).toBeGreaterThan(8e6);
	while (index.tidy());
	expect(logSize()).toBeLessThan(4.2e6);
	index.close();
	expect(logSize()).toBe(0);
});

test('of one change after another the log grows no further than a build lets it, though nobody tidies', () => {
	const index = openIndexDatabase(file);
	const sizes: number[] = [];
	for (let round = 0; round < 4; round += 1) {
		for (let number = 0; number < 1000; number += 1) {
			if (number % 100 === 0) index.begin();
			index.put(storyEntry(number, { headline: `Round ${round}` }), 'mark');
			if (number % 100 === 99) index.commit();
		}
		sizes.push(statSync(`${file}-wal`).size);
	}
	expect(sizes[3]).toBe(sizes[2]);
	index.close();
});
