import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	closeSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleScript } from '../../testing/bundle-script.ts';
import { categories, filterOf, newsroom, storyEntry } from '../testing/index-stories.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';
import { IndexBusy, IndexDamaged, IndexUnusable } from './index-failure.ts';
import { deleteIndex } from './open-index.ts';

let folder = '';
let file = '';
let opened: IndexDatabase[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'galley-index-'));
	file = join(folder, 'index.db');
	opened = [];
});
afterEach(() => {
	for (const index of opened) index.close();
	rmSync(folder, { recursive: true, force: true });
});

function open(): IndexDatabase {
	const index = openIndexDatabase(file);
	opened.push(index);
	index.follow(newsroom, categories);
	return index;
}

function close(index: IndexDatabase): void {
	opened = opened.filter((one) => one !== index);
	index.close();
}

/** An index of some hundred stories, closed again. */
function leaveIndex(): void {
	const index = open();
	index.begin();
	for (let number = 0; number < 300; number += 1)
		index.put(
			storyEntry(number, { standfirst: `The quick brown fox ${number} jumps over the lazy dog`.repeat(9) }),
			'm',
		);
	index.commit();
	close(index);
}

/** Writes nonsense over a part of the file. */
function overwrite(from: number, length: number): void {
	const handle = openSync(file, 'r+');
	const noise = Buffer.from(Array.from({ length }, (_, at) => (at * 7919 + 13) % 251));
	writeSync(handle, noise, 0, length, from);
	closeSync(handle);
}

/** Opens the index, and again after each damage that shows only later, as `StoryIndex` does; it must work then. */
function workAfterDamage(): { wasNew: boolean } {
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const index = open();
		try {
			index.put(storyEntry(500, { headline: 'After the damage' }), 'm');
			for (const files of index.storedFiles(100)) expect(files.length).toBeGreaterThan(0);
			for (const sort of ['updated', 'published', 'scheduled', 'headline'] as const)
				index.list({ filter: filterOf(), sort, cursor: null, limit: 500 });
			index.countQueues();
			index.facets('language', '', 10);
			expect(index.search('damage', 10, []).map(({ headline }) => headline)).toEqual(['After the damage']);
			index.search('quick dog', 500, []);
			const wasNew = index.isNew;
			close(index);
			return { wasNew };
		} catch (error) {
			if (!(error instanceof IndexDamaged)) throw error;
			close(index);
			deleteIndex(file);
		}
	}
	throw new Error('The index stays damaged.');
}

test('an index is there again after it was closed', () => {
	leaveIndex();
	const index = open();
	expect(index.isNew).toBe(false);
	expect(index.total(filterOf())).toBe(300);
	expect(index.search('fox 299', 5, [])).toHaveLength(1);
});

test('a new index is new', () => {
	expect(open().isNew).toBe(true);
});

test.each([1, 100, 4096, 100_000])('an index cut off after %i bytes is made anew', (bytes) => {
	leaveIndex();
	truncateSync(file, bytes);
	expect(workAfterDamage().wasNew).toBe(true);
});

test('an index with nonsense at its beginning is made anew', () => {
	leaveIndex();
	overwrite(0, 2000);
	expect(workAfterDamage().wasNew).toBe(true);
});

test('an index with nonsense anywhere works, or is made anew as soon as that shows', () => {
	leaveIndex();
	const { size } = statSync(file);
	for (let from = 4096; from < size; from += Math.ceil(size / 25)) {
		rmSync(file);
		leaveIndex();
		overwrite(from, 5000);
		workAfterDamage();
	}
});

test.each(['', 'This is no database.', 'x'.repeat(100_000)])('a text in its place is replaced', (text) => {
	writeFileSync(file, text);
	expect(workAfterDamage().wasNew).toBe(true);
});

test('the log of another index does no harm', () => {
	leaveIndex();
	writeFileSync(`${file}-wal`, 'x'.repeat(50_000));
	expect(workAfterDamage().wasNew).toBe(false);
	rmSync(file);
	writeFileSync(`${file}-wal`, 'x'.repeat(50_000));
	expect(workAfterDamage().wasNew).toBe(true);
});

test('an index of another version is made anew, and so is a strange database', () => {
	leaveIndex();
	const later = new Database(file);
	later.exec('pragma user_version = 99');
	later.close();
	expect(workAfterDamage().wasNew).toBe(true);
	rmSync(file);
	const strange = new Database(file);
	strange.exec('create table recipes (name)');
	strange.close();
	expect(workAfterDamage().wasNew).toBe(true);
});

test('a folder in its place is left alone', () => {
	mkdirSync(file);
	writeFileSync(join(file, 'kept.txt'), 'kept');
	expect(open).toThrow(IndexUnusable);
	expect(readdirSync(file)).toEqual(['kept.txt']);
});

test('a folder that is not there keeps no index', () => {
	file = join(folder, 'none/index.db');
	expect(open).toThrow(IndexUnusable);
});

/** Opens an index, says what became of it, and keeps it. The user of the tests may be one to whom nothing is forbidden. */
const opening = `
	const { openIndexDatabase } = await import(process.argv[3]);
	if (process.argv[2] === 'nobody' && process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
	try {
		openIndexDatabase(process.argv[1]);
		console.log('opened');
		setInterval(() => {}, 1000);
	} catch (error) {
		console.log(error.name);
	}
`;

async function openElsewhere(user: 'nobody' | 'same') {
	const script = await bundleScript(join(import.meta.dirname, 'index-database.ts'));
	const child = spawn(
		process.execPath,
		['--input-type=module', '-e', opening, file, user, pathToFileURL(script).href],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const [said] = await once(child.stdout, 'data');
	const end = async () => {
		if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
	};
	return { said: String(said).trim(), end };
}

test.skipIf(process.platform === 'win32')('without permission there is no index', async () => {
	leaveIndex();
	for (const [path, mode] of [
		[file, 0o400],
		[folder, 0o555],
	] as const)
		chmodSync(path, mode);
	const { said, end } = await openElsewhere('nobody');
	await end();
	chmodSync(folder, 0o700);
	chmodSync(file, 0o600);
	expect(said).toBe('IndexUnusable');
	expect(open().total(filterOf())).toBe(300);
});

test('while another process has the index, it is busy; when that ends, however it ends, it can be had', async () => {
	leaveIndex();
	const { said, end } = await openElsewhere('same');
	try {
		expect(said).toBe('opened');
		expect(open).toThrow(IndexBusy);
	} finally {
		await end();
	}
	expect(open().total(filterOf())).toBe(300);
});

test('an index that was closed keeps no other from opening', () => {
	const first = openIndexDatabase(':memory:');
	first.begin();
	first.put(storyEntry(0), 'mark');
	first.close();
	expect(openIndexDatabase(':memory:').total(filterOf())).toBe(0);
});
