import { realFileSystem } from '../../disk/file-system.ts';
import { openNewsroom } from '../../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../../services/export-source-of.ts';
import { runExport } from '../run.ts';
import { all } from './desk.ts';

// Exports two newsrooms to one folder in turn, until it is killed: `node export-loop.mjs <one> <other> <target>`.
const [one = '', other = '', target = ''] = process.argv.slice(2);
const sources = await Promise.all(
	[one, other].map(async (path) => {
		const newsroom = await openNewsroom(realFileSystem, path, () => {});
		await newsroom.whole();
		return exportSourceOf(newsroom);
	}),
);
process.stdout.write('ready\n');
for (let run = 0; ; run += 1) {
	const source = sources[run % 2];
	const onProgress = (done: number, total: number) => {
		if (done === total) process.stdout.write('made\n');
	};
	if (source) await runExport(source, all, target, { onProgress });
	process.stdout.write('exported\n');
}
