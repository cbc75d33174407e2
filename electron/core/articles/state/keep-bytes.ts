import { basename } from 'node:path';
import { ulid } from 'ulid';
import { atomicCreate, makeFolders } from '../../disk/atomic-write.ts';
import { inNewsroom } from '../../disk/newsroom-path.ts';
import type { StoreState } from './store-state.ts';

const folder = '.galley/kept';

/** Keeps what another program wrote into a file whose place has been taken since; durable once it returns. */
export async function keepBytes(state: StoreState, path: string, bytes: Uint8Array): Promise<void> {
	const newsroom = state.folder().path;
	await makeFolders(state.disk, inNewsroom(newsroom, folder));
	const name = `${basename(path, '.json')}-${ulid(state.now().getTime())}.json`;
	await atomicCreate(state.disk, inNewsroom(newsroom, `${folder}/${name}`), bytes);
}
