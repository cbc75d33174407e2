import type { ArticleId, Revision } from '#shared/model/article.ts';
import { readArticleFile } from '../article-file.ts';
import type { OpenNewsroom } from '../open-newsroom.ts';
import type { KeptStories, PackPlace } from './pack-writer.ts';

/** The histories of a newsroom, as an export keeps what it wrote. Nothing here costs an export: what goes wrong is logged. */
export interface ExportHistories {
	/** Makes a place for what is to be kept, and answers which text of a story an export kept last; null when it cannot. */
	begin(): Promise<{ readonly place: PackPlace; newest(id: ArticleId): Revision | null } | null>;
	/** Puts what the makers of an export kept into the histories, once the export stands; durable once it returns. */
	keep(kept: readonly KeptStories[]): Promise<void>;
	/** Removes what they kept, as the export came to nothing. */
	discard(place: PackPlace): Promise<void>;
}

/** As many as a disk syncs at once with profit. */
const atOnce = 8;

/** The histories of an open newsroom; null where nothing can be kept. */
export function exportHistories(
	{ folder, shelf, history }: Pick<OpenNewsroom, 'folder' | 'shelf' | 'history'>,
	log: (message: string, error?: unknown) => void,
): ExportHistories | null {
	if (folder().readOnly !== null) return null;
	const guarded = async (work: () => Promise<void>): Promise<void> => {
		try {
			await work();
		} catch (error) {
			log('what was exported could not be kept', error);
		}
	};
	return {
		async begin() {
			try {
				return await history.makeRoom();
			} catch (error) {
				log('what is exported cannot be kept', error);
				return null;
			}
		},
		async keep(kept) {
			for (const { problem } of kept) if (problem !== null) log(`what was exported could not be kept: ${problem}`);
			await guarded(() => history.adopt(kept.flatMap(({ packs }) => packs)));
			const rest = kept.flatMap(({ loose }) => loose).values();
			const lane = async () => {
				for (const { bytes } of rest) {
					const file = readArticleFile(bytes);
					if (file.kind === 'article') await shelf.keeper.note(file, 'export');
				}
			};
			await Promise.all(Array.from({ length: atOnce }, lane));
		},
		discard: (place) => guarded(() => history.discard(place)),
	};
}
