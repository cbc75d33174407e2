import { basename } from 'node:path';
import { ulid } from 'ulid';
import { atomicCreate, makeFolders } from '../disk/atomic-write.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import type { Shelf } from './shelf.ts';

const folder = '.galley/kept';

/** Keeps what another program wrote into a file whose place has been taken since; durable once it returns. */
export async function keepBytes(shelf: Shelf, path: string, bytes: Uint8Array): Promise<void> {
	const newsroom = shelf.folder().path;
	await makeFolders(shelf.disk, inNewsroom(newsroom, folder));
	const name = `${basename(path, '.json')}-${ulid(shelf.now().getTime())}.json`;
	await atomicCreate(shelf.disk, inNewsroom(newsroom, `${folder}/${name}`), bytes);
}
