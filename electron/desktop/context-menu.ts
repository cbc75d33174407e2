import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';

/** Gives a window's texts the menu that other programs have: spelling, and cut, copy and paste. */
export function addContextMenu(window: BrowserWindow): void {
	window.webContents.on('context-menu', (_event, params) => {
		const items = [...spellingItems(window, params), ...textItems(params)];
		if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
	});
}

function spellingItems(window: BrowserWindow, { misspelledWord, dictionarySuggestions }: ContextMenuParams) {
	if (misspelledWord === '') return [];
	const { webContents } = window;
	const items: MenuItemConstructorOptions[] = dictionarySuggestions.map((word) => ({
		label: word,
		click: () => webContents.replaceMisspelling(word),
	}));
	return [
		...items,
		{
			label: 'Add to dictionary',
			click: () => void webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
		},
		{ type: 'separator' as const },
	];
}

function textItems({ isEditable, selectionText, editFlags }: ContextMenuParams): MenuItemConstructorOptions[] {
	if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
	return [
		{ role: 'cut', enabled: editFlags.canCut },
		{ role: 'copy', enabled: editFlags.canCopy },
		{ role: 'paste', enabled: editFlags.canPaste },
		{ role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
		{ type: 'separator' },
		{ role: 'selectAll' },
	];
}
