import { resolve } from 'node:path';
import { realFileSystem } from '#core/disk/file-system.ts';
import { type OpenNewsroom, openNewsroom } from '#core/newsroom/open-newsroom.ts';
import type { ArticleId } from '#shared/model/article.ts';

/** Something is wrong with how the command was written. */
export class UsageError extends Error {}

/** Opens the newsroom that the command names; relative paths are meant from the working folder. */
export async function openForCommand(path: string): Promise<OpenNewsroom> {
	const newsroom = await openNewsroom(realFileSystem, resolve(path), () => {});
	// Commands are about every story, or find one among all by its slug.
	await newsroom.whole();
	return newsroom;
}

/** The stories with these slugs, each once; a slug that no story has is a `UsageError`. */
export function idsOfSlugs({ articles }: OpenNewsroom, slugs: readonly string[]): ArticleId[] {
	const ids = slugs.map((slug) => {
		const id = articles.catalogue.withSlug(slug)[0]?.id;
		if (id === undefined) throw new UsageError(`No story has the slug “${slug}”.`);
		return id;
	});
	return [...new Set(ids)];
}
