/** Names that Windows keeps for devices, whatever follows a dot. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no file name may hold
const forbidden = /[\u0000-\u001f\u007f<>:"|?*\\\ufffd]/;
const longestPart = 255;
const longestPath = 1024;

/** Whether every disk can hold a file at this path, and none would put it outside its folder. */
export function isPortablePath(path: string): boolean {
	return Buffer.byteLength(path) <= longestPath && path.split('/').every(isPortableName);
}

function isPortableName(name: string): boolean {
	return (
		name !== '' &&
		!/[. ]$/.test(name) && // '.' and '..' too
		!forbidden.test(name) &&
		!deviceName.test(name) &&
		Buffer.byteLength(name) <= longestPart
	);
}

/** The paths of one tree; tells of those that a disk could not hold side by side. */
export interface TakenPaths {
	/** Takes a path for a file; false when a file or folder stands there already, capitals aside. */
	take(path: string): boolean;
}

/** Makes a tree with no path taken. */
export function createTakenPaths(): TakenPaths {
	const files = new Set<string>();
	const folders = new Set<string>();
	return {
		take(path) {
			const key = path.normalize('NFC').toLowerCase();
			const above = foldersAbove(key);
			if (files.has(key) || folders.has(key) || above.some((folder) => files.has(folder))) return false;
			files.add(key);
			for (const folder of above) folders.add(folder);
			return true;
		},
	};
}

function foldersAbove(path: string): string[] {
	const parts = path.split('/');
	return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
