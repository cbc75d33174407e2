import { dirname } from 'node:path';
import { LoggedExport } from '#shared/contract/targets.ts';
import { atomicWrite, makeFolders, syncFolder } from '../../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../../disk/file-system.ts';
import { encodeRecord, readLog } from '../../history/record-log.ts';

/** So many lines of a log are kept. */
const mostLines = 5000;

/** The log of a target, in a file that is only added to; what a crash left half written is passed over. */
export interface ExportLog {
	/** Every line that can be read, the oldest first. */
	read(): Promise<readonly LoggedExport[]>;
	/** Durable once it returns. */
	add(line: LoggedExport): Promise<void>;
}

/** Makes the log in a file that need not be there yet. */
export function createExportLog(disk: FileSystem, path: string): ExportLog {
	const readWhole = async () => {
		try {
			return readLog(await disk.readFile(path));
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return null;
			throw error;
		}
	};
	const append = async (bytes: Uint8Array) => {
		const file = await disk.open(path, 'a');
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
	};
	return {
		async read() {
			const log = await readWhole();
			return (log?.records ?? []).flatMap(({ header }) => LoggedExport.safeParse(header).data ?? []);
		},
		async add(line) {
			const record = encodeRecord({ is: 'export', ...line }, new Uint8Array());
			const log = await readWhole();
			if (log === null) {
				await makeFolders(disk, dirname(path));
				await append(record);
				await syncFolder(disk, dirname(path));
			} else if (log.records.length < 2 * mostLines) {
				await append(log.endsWhole ? record : Buffer.concat([Buffer.from('\n'), record]));
			} else {
				const newest = log.records.slice(1 - mostLines).map(({ whole }) => whole);
				await atomicWrite(disk, path, Buffer.concat([...newest, record]));
			}
		},
	};
}
