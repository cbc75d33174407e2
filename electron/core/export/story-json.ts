import type { StoryJson } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { exportFailure } from './export-failure.ts';
import type { ExportSource } from './export-source.ts';
import type { Pieces } from './pieces.ts';
import { articleFile } from './publishable-categories.ts';
import { dryRun, type ExportOrder } from './run.ts';

/** What an export would make of the JSON of one story, beside what lies in the folder. Nothing is written. */
export async function storyJson(
	source: ExportSource,
	order: ExportOrder,
	folder: string,
	id: ArticleId,
): Promise<StoryJson> {
	try {
		const file = await source.read(id);
		const wanted = file.kind === 'article' ? articleFile(file.article.slug) : null;
		let before: Uint8Array | null = null;
		let after: Uint8Array | null = null;
		await dryRun(source, order, folder, {}, (earlier) => ({
			async begin() {
				after = null;
				// It may have been written under another address.
				const [path = wanted] = earlier.manifest.stories[id]?.files ?? [];
				before = path === null ? null : await earlier.read(path);
			},
			async write(path, pieces) {
				if (path === wanted) after = bytesOf(pieces);
			},
			async keep(path) {
				if (path === wanted) after = await earlier.read(path);
			},
		}));
		return { before: textOf(before), after: textOf(after) };
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

function bytesOf(pieces: Pieces): Uint8Array {
	return Buffer.concat([...pieces].map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece)));
}

function textOf(bytes: Uint8Array | null): string | null {
	return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}
