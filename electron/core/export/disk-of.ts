import { type FileSystem, realFileSystem } from '../file-system.ts';
import { openLocalDisk } from '../local-file-system.ts';
import { isRemoteDisk } from '../watcher/remote-disk.ts';

/** The disk that a folder lies on; another computer's may take its time for every step. */
export async function diskOf(folder: string): Promise<FileSystem> {
	return (await isRemoteDisk(folder)) ? realFileSystem : openLocalDisk();
}
