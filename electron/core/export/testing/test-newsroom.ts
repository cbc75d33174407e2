import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Article } from '#shared/model/article.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { createNewsroomFolder } from '../../newsroom/newsroom-folder.ts';
import { openNewsroom } from '../../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../../services/export-source-of.ts';
import type { ExportSource } from '../export-source.ts';

/** A story in a test, as far as it matters there. */
export type TestStory = Partial<Omit<Article, 'body' | 'related' | 'leadImage'>> & {
	id: string;
	slug: string;
	body?: unknown[];
	related?: unknown[];
	leadImage?: unknown;
};

/** A real newsroom in a temporary folder. */
export interface TestNewsroom {
	/** The folder that holds the newsroom and, beside it, what is exported. */
	readonly root: string;
	readonly path: string;
	/** Where the file of a story of this name lies. */
	file(name: string): string;
	/** Writes a story into the file of this name, that of its slug by default. */
	write(story: TestStory, name?: string): Promise<void>;
	remove(name: string): Promise<void>;
	picture(path: string, svg?: string): Promise<void>;
	/** Opens it as it now is. */
	source(now?: string): Promise<ExportSource>;
}

/** A picture of 4 by 3. */
export const testPicture =
	'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3"/></svg>';

/** The id of the story with this number. */
export function testId(number: number): string {
	return `01JQNV3M8Z4T6W9X2Y5B7C${String(number).padStart(4, '0')}`;
}

/** Makes a newsroom with two categories. */
export async function makeTestNewsroom(): Promise<TestNewsroom> {
	const root = await mkdtemp(join(tmpdir(), 'galley-export-'));
	const path = join(root, 'newsroom');
	await createNewsroomFolder(realFileSystem, path, 'The Desk');
	const world = { slug: 'world', label: 'World', parent: null, colour: '#2456a6', uri: 'medtop:20000002' };
	const categories = [world, { slug: 'asia', label: 'Asia', parent: 'world', colour: null, uri: null }];
	await writeFile(join(path, 'categories.json'), JSON.stringify({ $schema: 'urn:galley:categories:1', categories }));
	const file = (name: string) => join(path, 'articles/2025/03', `${name}-000000.json`);
	return {
		root,
		path,
		file,
		async write(story, name = story.slug) {
			await mkdir(dirname(file(name)), { recursive: true });
			await writeFile(file(name), `${JSON.stringify({ ...publishedStory, ...story }, null, 2)}\n`);
		},
		remove: (name) => rm(file(name)),
		async picture(picturePath, svg = testPicture) {
			await mkdir(dirname(join(path, picturePath)), { recursive: true });
			await writeFile(join(path, picturePath), svg);
		},
		source: async (now = '2025-04-01T00:00:00Z') => {
			const newsroom = await openNewsroom(
				realFileSystem,
				path,
				() => {},
				() => new Date(now),
			);
			await newsroom.whole();
			return exportSourceOf(newsroom);
		},
	};
}

const publishedStory = {
	$schema: 'urn:galley:article:1',
	status: 'published',
	headline: 'Harbour towns weigh a sea wall',
	standfirst: 'Nobody wants to look at it.',
	categories: ['asia'],
	body: [{ id: 'b1', type: 'paragraph', html: 'The tide <strong>came</strong>.' }],
	dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
	notes: 'Not for readers.',
};

/** Every file below a folder with its text, by path. */
export async function readFiles(folder: string): Promise<Record<string, string>> {
	const files: Record<string, string> = {};
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		files[path.slice(folder.length + 1)] = await readFile(path, 'utf8');
	}
	return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
