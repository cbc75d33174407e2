import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { errorCode, type FileSystem } from '../../disk/file-system.ts';
import { inNewsroom, refuseWayOut } from '../../disk/newsroom-path.ts';
import { makeOwnFolder, type NewsroomFolder } from '../../newsroom/newsroom-folder.ts';

/**
 * Where the index of a newsroom may lie, the best first: in the newsroom itself, else in the user's own folder, as when
 * another Galley has it open, nothing may be written to it, or its disk keeps no database.
 */
export async function indexPlaces(
	disk: FileSystem,
	folder: NewsroomFolder,
	userData: string | null,
): Promise<string[]> {
	const places: string[] = [];
	const own = inNewsroom(folder.path, '.galley/index.db');
	if (folder.readOnly === null && (await mayLieInside(disk, folder, own))) places.push(own);
	if (userData !== null) {
		const name = createHash('sha256').update(folder.path).digest('hex').slice(0, 16);
		places.push(join(userData, 'index', `${name}.db`));
	}
	return places;
}

async function mayLieInside(disk: FileSystem, folder: NewsroomFolder, path: string): Promise<boolean> {
	try {
		await refuseWayOut(disk, folder.path, path);
		await makeOwnFolder(disk, folder.path);
		return true;
	} catch (error) {
		// Through a link, the files of another place would be written, and a disk may refuse; then it lies elsewhere.
		if (error instanceof FailureError || errorCode(error) !== null) return false;
		throw error;
	}
}
