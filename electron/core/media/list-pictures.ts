import type { LibraryPictures } from '#shared/contract/newsroom.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { StoryQueries } from '../articles/article-index.ts';
import type { MediaStore } from './media-store.ts';

/** The pictures that stories show, then those that none does: these have no words to be found by. */
export async function listPictures(
	index: Pick<StoryQueries, 'pictures' | 'shownPictures'>,
	media: Pick<MediaStore, 'all'>,
	{ text, offset, limit }: { readonly text: string; readonly offset: number; readonly limit: number },
): Promise<LibraryPictures> {
	const shown = await index.pictures(text, offset, limit);
	if (text.trim() !== '') return shown;
	const all = await media.all();
	const used = new Set(await index.shownPictures(all));
	// What came last first, as far as the names of folders tell.
	const unused = all.filter((path) => !used.has(path)).sort((one, other) => (one < other ? 1 : -1));
	const from = Math.max(0, offset - shown.total);
	const rest = unused.slice(from, from + limit - shown.pictures.length).map(unusedPicture);
	return { pictures: [...shown.pictures, ...rest], total: shown.total + unused.length };
}

function unusedPicture(media: MediaPath) {
	return { media, alt: '', caption: '', credit: '', stories: 0 };
}
