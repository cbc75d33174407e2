import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleFile } from '#core/articles/article-file.ts';
import type { Article } from '#shared/model/article.ts';

/** The paths of all story files of a newsroom, in their order. */
export function storyPaths(newsroom: string): string[] {
	const folder = join(newsroom, 'articles');
	const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return entries
		.filter((path) => path.endsWith('.json'))
		.sort()
		.map((path) => join(folder, path));
}

/** So many stories of a newsroom, spread evenly over its years. */
export function sampleStories(newsroom: string, count: number): Article[] {
	const paths = storyPaths(newsroom);
	const step = Math.max(1, paths.length / count);
	const stories: Article[] = [];
	for (let place = 0; place < paths.length && stories.length < count; place += step) {
		stories.push(readStory(paths[Math.floor(place)] ?? ''));
	}
	return stories;
}

/** The story in a file; a damaged file throws. */
export function readStory(path: string): Article {
	const file = readArticleFile(readFileSync(path));
	if (file.kind === 'damaged') throw new Error(`${path}: ${file.reason}`);
	return file.article;
}
