import * as node from 'node:fs/promises';
import { errorCode } from '../disk/file-system.ts';

/** The file systems that serve a disk of another computer, by the numbers in statfs(2). */
const remoteTypes: ReadonlySet<number> = new Set([
	0x6969, // NFS
	0x517b, // SMB
	0xff534d42, // CIFS
	0xfe534d42, // SMB 2
	0x65735546, // FUSE, such as sshfs
	0x01021997, // 9P
	0x5346414f, // AFS
	0x73757245, // Coda
]);

/** Whether a folder lies on another computer, whose system does not tell this one of changes. */
export async function isRemoteDisk(path: string): Promise<boolean> {
	if (process.platform === 'win32') return path.startsWith('\\\\');
	if (process.platform !== 'linux' || typeof node.statfs !== 'function') return false;
	try {
		return remoteTypes.has((await node.statfs(path)).type);
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return false;
	}
}
