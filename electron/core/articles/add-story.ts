import { ulid } from 'ulid';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { atomicCreate } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom, makeFoldersInside } from '../disk/newsroom-path.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import type { ArticleFile } from './article-file.ts';
import { claimSlug, type Shelf, shelve } from './shelf.ts';

/** Makes the file of a story that has none, with a slug of its own; durable once it returns. */
export async function addStory(
	shelf: Shelf,
	make: (id: ArticleId, slug: string) => Article,
	wantedSlug: string,
	fileOf: (article: Article) => ArticleFile,
	id: ArticleId = ulid(shelf.now().getTime()),
): Promise<OpenedArticle> {
	await mustBeWritable(shelf.disk, shelf.folder());
	const claim = await claimSlug(shelf, id, wantedSlug);
	try {
		const article = make(id, claim.slug);
		const [year, month] = article.dates.created.split('-');
		const folder = `articles/${year}/${month}`;
		const path = `${folder}/${claim.slug}-${id.slice(-6).toLowerCase()}.json`;
		const file = fileOf(article);
		await shelf.queues
			.run(id, async () => {
				const absolute = inNewsroom(shelf.folder().path, folder);
				await makeFoldersInside(shelf.disk, shelf.folder().path, absolute);
				await atomicCreate(shelf.disk, inNewsroom(shelf.folder().path, path), file.bytes);
			})
			.catch((error: unknown) => {
				throw diskFailure(error, 'make', `the story ${path}`);
			});
		const { revision } = file;
		shelf.keeper.made(file);
		shelve(shelf, article, path, revision);
		shelf.changed([id]);
		return { article, revision, path, readOnly: null };
	} finally {
		claim.release();
	}
}
