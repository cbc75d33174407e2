/*
 * The trash is the folder `trash/` of the newsroom: the file as it was, at its own path, with the moment before `.json`:
 * `articles/2025/03/budget-1a2b3c.json` becomes `trash/articles/2025/03/budget-1a2b3c~20250331T080000000Z.json`.
 * The name tells the moment, as no copy or checkout keeps a file's own time; and nothing of it lies in `.galley`,
 * so that deleting that folder deletes no story.
 */
const trashedName = /^trash\/(articles\/.+)~(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.json$/;

/** Where a file goes in the trash. */
export function trashPath(path: string, at: Date): string {
	const moment = at.toISOString().replace(/[-:.]/g, '');
	return `trash/${path.replace(/\.json$/, '')}~${moment}.json`;
}

/** Where a file in the trash came from, and when; null for a file that Galley did not put there. */
export function readTrashPath(path: string): { readonly path: string; readonly trashed: Date } | null {
	const [, original, year, month, day, hour, minute, second, milli] = trashedName.exec(path) ?? [];
	if (original === undefined) return null;
	const trashed = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
	return Number.isNaN(trashed.getTime()) ? null : { path: `${original}.json`, trashed };
}
