import type { ExportFormatInfo } from '#shared/contract/export.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { PublishableArticle } from '#shared/model/publishable.ts';
import type { PublishableWithdrawal } from '#shared/model/publishable-site.ts';
import type { Pieces } from '../pieces.ts';

/** The site that an export is for. */
export interface Site {
	readonly newsroom: Newsroom;
	readonly categories: readonly Category[];
}

/** A file of an export; the pieces are made anew each time they are asked for. */
export interface OutputFile {
	/** Relative to the export, with forward slashes. */
	readonly path: string;
	readonly pieces: () => Pieces;
}

/** The files of one export in a format. It is told of every story once, newest first, then asked for the rest. */
export interface FormatRun {
	/** The files of this story alone; `json` is the file of its publishable JSON. */
	story(story: PublishableArticle, json: Uint8Array): readonly OutputFile[];
	/** Instead of the story: one whose files stay as they are, by its entry; only where the format finds `entries`. */
	same?(entry: string): void;
	/** A story that readers once had and that was taken away, in no certain order; left out by a format that cannot tell it. */
	withdrawn?(story: PublishableWithdrawal): void;
	/** The files that hold something of many stories. */
	collections(): readonly OutputFile[];
}

/** Finds a file of an earlier export; null when there is none. */
export type ReadEarlier = (path: string) => Promise<Uint8Array | null>;

/**
 * A format that stories are exported as. What goes out, when and with which links is decided before a format hears of it;
 * images are written beside its files under `media/` as publishable JSON names them. The same stories give the same bytes.
 */
export interface ExportFormat extends ExportFormatInfo {
	/** Whether a path, relative to the export, is one that this format writes; images are not its own. */
	owns(path: string): boolean;
	/** Whether this format made a file, though not a byte of it need be as it was written. */
	recognises(path: string, bytes: Uint8Array): boolean;
	begin(site: Site): FormatRun;
	/**
	 * Reads back a story from the files that an earlier export made of it; null when they are gone or no longer whole.
	 * A format that cannot do this leaves it out; each of its exports then makes every story anew that it holds.
	 */
	readonly readBack?: (files: readonly string[], read: ReadEarlier) => Promise<PublishableArticle | null>;
	/**
	 * What the files that hold many stories say of each, by the story's id; of none where they are not as they were made.
	 * A format that leaves it out makes every story anew with each export.
	 */
	readonly entries?: (read: ReadEarlier) => Promise<ReadonlyMap<ArticleId, string>>;
}
