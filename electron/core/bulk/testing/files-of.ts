import { basename } from 'node:path';
import { isTemporary } from '../../disk/atomic-write.ts';
import { treeOfFolder } from '../../testing/temp-newsroom.ts';

/** The bytes of all files of a newsroom but for those in `.galley`, by their path. */
export async function filesOf(newsroom: string): Promise<Record<string, string>> {
	const tree = await treeOfFolder(newsroom);
	return Object.fromEntries(
		Object.entries(tree).filter(
			([path, is]) => is !== 'folder' && !path.includes('/.galley') && !isTemporary(basename(path)),
		),
	);
}
