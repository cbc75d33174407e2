import { resolve } from 'node:path';

/** What the command line asks of the desktop. */
export interface StartOptions {
	readonly newsroom: string | null;
	readonly userData: string | null;
}

/** Reads `--newsroom PATH` and `--user-data DIR`; everything else is Electron's or Chromium's. */
export function readStartOptions(argv: readonly string[], folder: string): StartOptions {
	const valueAfter = (name: string): string | null => {
		for (const [index, argument] of argv.entries()) {
			const value =
				argument === name ? argv[index + 1] : argument.startsWith(`${name}=`) ? argument.slice(name.length + 1) : '';
			if (value && !value.startsWith('--')) return resolve(folder, value);
		}
		return null;
	};
	return { newsroom: valueAfter('--newsroom'), userData: valueAfter('--user-data') };
}
