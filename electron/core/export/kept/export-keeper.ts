import type { ArticleId } from '#shared/model/article.ts';
import type { Manifest } from '../folder/manifest.ts';
import type { TargetFolder } from '../folder/target.ts';

/** Hears of an export at the moments that matter to what is kept of it. What it throws ends the export. */
export interface ExportKeeper {
	/** Nobody else writes there now, and what a crash left undone is ended. */
	begun(target: TargetFolder): Promise<void>;
	/** The new folder is complete, and about to take the place of the old one. */
	complete(made: KeptFiles): Promise<void>;
	/** Nothing had to be written: the target is as it was. */
	same(target: TargetFolder, manifest: Manifest): Promise<void>;
	/** It has taken its place. */
	swapped(): Promise<void>;
}

/** What a target is about to be given. */
export interface KeptFiles {
	readonly target: TargetFolder;
	readonly before: Manifest;
	readonly after: Manifest;
	/** The headlines that readers now get, as far as stories were made. */
	readonly headlines: ReadonlyMap<ArticleId, string>;
}
