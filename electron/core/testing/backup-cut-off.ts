import { createBackup } from '../backup/create-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroomFolder } from '../newsroom/newsroom-folder.ts';

/*
 * Backs a newsroom up, or restores a backup, and kills itself at the third file. Run by unfinished.test.ts with `backup`,
 * the newsroom and the backup, or `restore`, the backup and the folder.
 */
const [, , what = '', from = '', to = ''] = process.argv;
const signal = new AbortController().signal;
const onProgress = (done: number, total: number) => {
	// A restore has read the whole backup by half of its way.
	if (done >= (what === 'restore' ? total / 2 + 3 : 3)) process.kill(process.pid, 'SIGKILL');
};
if (what === 'restore') await restoreBackup(realFileSystem, from, to, { onProgress, signal });
else {
	const newsroom = await openNewsroomFolder(realFileSystem, from);
	const request = { disk: realFileSystem, newsroom, file: to, replace: false, version: '1.2.3', now: () => new Date() };
	await createBackup(request, { onProgress, signal });
}
