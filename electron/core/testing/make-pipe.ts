import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts a pipe that nobody writes into at a path, in the place of what is there; answers the path. */
export function makePipe(path: string): string {
	mkdirSync(dirname(path), { recursive: true });
	rmSync(path, { recursive: true, force: true });
	execFileSync('mkfifo', [path]);
	return path;
}
