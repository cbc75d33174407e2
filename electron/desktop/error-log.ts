import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Log = (message: string, error?: unknown) => void;

const maxBytes = 1024 * 1024;

/** Makes a log that appends to `galley.log` in a folder and to stderr; at 1 MB the file becomes `galley.old.log`. */
export function makeErrorLog(folder: string): Log {
	const file = join(folder, 'galley.log');
	return (message, error) => {
		const line = `${new Date().toISOString()} ${message}${error === undefined ? '' : ` ${textOf(error)}`}`;
		console.error(line);
		try {
			mkdirSync(folder, { recursive: true });
			const present = statSync(file, { throwIfNoEntry: false });
			// A pipe would keep the whole app waiting for somebody who reads it.
			if (present !== undefined && !present.isFile()) throw new Error(`${file} is not a file.`);
			if (present !== undefined && present.size > maxBytes) renameSync(file, join(folder, 'galley.old.log'));
			// At once: what is logged last before a crash is what matters.
			appendFileSync(file, `${line}\n`);
		} catch (problem) {
			console.error('The log could not be written.', problem);
		}
	};
}

function textOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Logs what nobody caught. Saves are atomic, so the app goes on rather than take unsaved typing with it. */
export function setUpErrorLogging(log: Log): void {
	process.on('uncaughtException', (error) => log('An error was not caught.', error));
	process.on('unhandledRejection', (reason) => log('A failed promise was not handled.', reason));
}
