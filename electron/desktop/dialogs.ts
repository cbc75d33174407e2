import { stat } from 'node:fs/promises';
import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import { FailureError } from '#shared/failure.ts';

/** The native dialogs that the core offers to the renderer. */
export interface NativeDialogs {
	pickFolder(title: string, startAt: string | null): Promise<string | null>;
	revealFolder(path: string): Promise<void>;
}

/** Makes the dialogs; they belong to the window that `owner` names. */
export function nativeDialogs(owner: () => BrowserWindow | null): NativeDialogs {
	return {
		async pickFolder(title, startAt) {
			const options: OpenDialogOptions = {
				title,
				// macOS shows no title, but a message.
				message: title,
				properties: ['openDirectory', 'createDirectory'],
				...(startAt === null ? {} : { defaultPath: startAt }),
			};
			const window = owner();
			const { canceled, filePaths } = await (window === null
				? dialog.showOpenDialog(options)
				: dialog.showOpenDialog(window, options));
			return canceled ? null : (filePaths[0] ?? null);
		},
		async revealFolder(path) {
			const found = await stat(path).catch(() => null);
			if (!found?.isDirectory()) throw new FailureError('not-found', `There is no folder ${path}.`, path);
			// Shown in its parent, never opened: opening a path can run what is there.
			shell.showItemInFolder(path);
		},
	};
}
