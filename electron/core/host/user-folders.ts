import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { readFileAtOnce } from '../disk/file-system.ts';

/** Where a person's documents are, without a desktop to ask; `GALLEY_DOCUMENTS` overrides it. */
export function documentsFolder(env: NodeJS.ProcessEnv = process.env): string {
	const given = env.GALLEY_DOCUMENTS;
	if (given) return given;
	const fallback = join(homedir(), 'Documents');
	if (process.platform === 'win32' || process.platform === 'darwin') return fallback;
	return xdgDocuments(env) ?? fallback;
}

/** Where Galley keeps a person's preferences: the folder that this system has for that. */
export function userDataFolder(env: NodeJS.ProcessEnv = process.env): string {
	switch (process.platform) {
		case 'win32':
			return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Galley');
		case 'darwin':
			return join(homedir(), 'Library', 'Application Support', 'Galley');
		default:
			return join(configFolder(env), 'Galley');
	}
}

function configFolder(env: NodeJS.ProcessEnv): string {
	const given = env.XDG_CONFIG_HOME;
	// The XDG base directory specification says that a relative path is to be ignored.
	return given && isAbsolute(given) ? given : join(homedir(), '.config');
}

/** Reads `XDG_DOCUMENTS_DIR="$HOME/Dokumente"` from user-dirs.dirs, where desktops write the translated name. */
function xdgDocuments(env: NodeJS.ProcessEnv): string | null {
	let text: string;
	try {
		text = Buffer.from(readFileAtOnce(join(configFolder(env), 'user-dirs.dirs'))).toString('utf8');
	} catch {
		// Machines without a desktop have no such file.
		return null;
	}
	const value = /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(text)?.[1];
	if (value === undefined) return null;
	const path = value.replace(/^\$HOME(?=\/|$)/, homedir());
	return isAbsolute(path) ? path : null;
}
