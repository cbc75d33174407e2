import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** The files and folders that the desktop needs. */
export interface DesktopPlaces {
	readonly renderer: string;
	readonly preload: string;
	readonly indexWorker: string;
	readonly documentWorker: string;
	readonly sampleNewsroom: string;
	readonly icon: string | null;
	readonly documents: string;
	readonly userData: string;
	readonly logs: string;
}

/** Finds them, and makes `--user-data` the folder for everything that is kept. `bundle` is the folder of main.cjs. */
export function setUpPlaces(bundle: string, userData: string | null): DesktopPlaces {
	if (userData !== null) app.setPath('userData', userData);
	const kept = app.getPath('userData');
	const project = resolve(bundle, '..', '..');
	// Packaged, the content lies beside the archive, where ordinary programs can read it too.
	const content = app.isPackaged ? join(process.resourcesPath, 'content') : join(project, 'content');
	const icon = join(project, 'electron', 'desktop', 'icons', '256x256.png');
	return {
		renderer: resolve(bundle, '..', 'renderer'),
		preload: join(bundle, 'preload.cjs'),
		indexWorker: resolve(bundle, '..', 'core', 'index-worker.cjs'),
		documentWorker: resolve(bundle, '..', 'core', 'document-worker.cjs'),
		sampleNewsroom: join(content, 'newsroom'),
		icon: process.platform === 'linux' && existsSync(icon) ? icon : null,
		documents: process.env.GALLEY_DOCUMENTS || app.getPath('documents'),
		userData: kept,
		logs: join(kept, 'logs'),
	};
}
