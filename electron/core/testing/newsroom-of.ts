import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { Article } from '#shared/model/article.ts';
import { newArticleBytes } from '../articles/article-file.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { createNewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { tempFolder } from './temp-newsroom.ts';

/** Makes a newsroom of so many invented stories in a folder of its own, all in one month and in the order of their paths; `fields` are their own. */
export async function newsroomOf(
	stories: number,
	fields: (number: number) => Partial<Article> = () => ({}),
): Promise<{ path: string; ids: string[]; files: string[] }> {
	const path = join(await tempFolder(), 'desk');
	await createNewsroomFolder(realFileSystem, path, 'The Desk');
	await mkdir(join(path, 'articles/2026/01'), { recursive: true });
	const ids: string[] = [];
	const files: string[] = [];
	for (let number = 0; number < stories; number += 1) {
		const id = ulid(Date.UTC(2026, 0, 1) + number);
		const slug = `story-of-day-${String(number).padStart(5, '0')}`;
		const article = Article.parse({
			$schema: 'urn:galley:article:1',
			id,
			slug,
			headline: `Report ${number} from the harbour`,
			body: [{ id: 'b1', type: 'paragraph', html: `The tide came in ${number} times. `.repeat(20).trim() }],
			dates: { created: '2026-01-01T08:00:00Z', updated: '2026-01-01T08:00:00Z' },
			...fields(number),
		});
		const file = `articles/2026/01/${slug}-${id.slice(-6).toLowerCase()}.json`;
		await writeFile(join(path, file), newArticleBytes(article));
		ids.push(id);
		files.push(file);
	}
	return { path, ids, files };
}
