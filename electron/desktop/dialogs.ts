import { stat } from 'node:fs/promises';
import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import { FailureError } from '#shared/failure.ts';

/** The native dialogs that the core offers to the renderer. */
export interface NativeDialogs {
	pickFolder(title: string, startAt: string | null): Promise<string | null>;
	pickFile(title: string, endings: readonly string[]): Promise<string | null>;
	saveFile(title: string, startAt: string | null): Promise<string | null>;
	revealFolder(path: string): Promise<void>;
}

/** Makes the dialogs; they belong to the window that `owner` names. */
export function nativeDialogs(owner: () => BrowserWindow | null): NativeDialogs {
	const pick = async (options: OpenDialogOptions): Promise<string | null> => {
		const window = owner();
		const { canceled, filePaths } = await (window === null
			? dialog.showOpenDialog(options)
			: dialog.showOpenDialog(window, options));
		return canceled ? null : (filePaths[0] ?? null);
	};
	return {
		async pickFolder(title, startAt) {
			return await pick({
				title,
				// macOS shows no title, but a message.
				message: title,
				properties: ['openDirectory', 'createDirectory'],
				...(startAt === null ? {} : { defaultPath: startAt }),
			});
		},
		async pickFile(title, endings) {
			return await pick({
				title,
				message: title,
				properties: ['openFile'],
				filters: [{ name: endings.map((ending) => `*.${ending}`).join(', '), extensions: [...endings] }],
			});
		},
		async saveFile(title, startAt) {
			const options: SaveDialogOptions = {
				title,
				message: title,
				properties: ['createDirectory', 'showOverwriteConfirmation'],
				...(startAt === null ? {} : { defaultPath: startAt }),
			};
			const window = owner();
			const { canceled, filePath } = await (window === null
				? dialog.showSaveDialog(options)
				: dialog.showSaveDialog(window, options));
			return canceled || !filePath ? null : filePath;
		},
		async revealFolder(path) {
			const found = await stat(path).catch(() => null);
			if (!found?.isDirectory()) throw new FailureError('not-found', `There is no folder ${path}.`, path);
			// Shown in its parent, never opened: opening a path can run what is there.
			shell.showItemInFolder(path);
		},
	};
}
