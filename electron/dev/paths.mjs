import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that these scripts belong to. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the checkout. */
export const inProject = (...parts) => join(projectRoot, ...parts);

/** A path inside `.cache`, whose folder exists; everything there can be deleted. */
export function inCache(...parts) {
	const path = inProject('.cache', ...parts);
	mkdirSync(dirname(path), { recursive: true });
	return path;
}
