import { type FileSystem, realFileSystem } from '../file-system.ts';

/** The disk that a folder lies on. */
export async function diskOf(_folder: string): Promise<FileSystem> {
	return realFileSystem;
}
