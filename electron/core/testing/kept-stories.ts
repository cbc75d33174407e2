import type { Article, ArticleId } from '#shared/model/article.ts';
import { readArticleFile } from '../articles/article-file.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';

/** The story at each revision of its history, the newest first; one that cannot be read is an error. */
export async function keptStories({ history }: OpenNewsroom, id: ArticleId): Promise<Article[]> {
	const { revisions } = await history.list(id, null, 100);
	return Promise.all(
		revisions.map(async (revision) => {
			const file = readArticleFile(await history.read(id, revision.id));
			if (file.kind === 'damaged') throw new Error(`revision ${revision.id} is damaged: ${file.reason}`);
			return file.article;
		}),
	);
}
