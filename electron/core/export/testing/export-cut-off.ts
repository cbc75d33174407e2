import { realFileSystem } from '../../disk/file-system.ts';
import { openNewsroom } from '../../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../../services/export-source-of.ts';
import { runExport } from '../run.ts';
import { all } from './desk.ts';

// Exports a newsroom, and dies once the export stands, before its history does: `node export-cut-off.mjs <newsroom> <target>`.
const [path = '', target = ''] = process.argv.slice(2);
const newsroom = await openNewsroom(realFileSystem, path, () => {});
await newsroom.whole();
const source = exportSourceOf(newsroom);
if (source.keepExported === null) throw new Error('Nothing would be kept.');
const die = async () => {
	process.kill(process.pid, 'SIGKILL');
	await new Promise(() => {});
};
await runExport({ ...source, keepExported: die }, all, target);
