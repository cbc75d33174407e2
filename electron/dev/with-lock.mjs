import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Runs `work` while no other process on this machine holds the lock file; takes over the lock of a dead process. */
export async function withLock(path, work) {
	for (;;) {
		try {
			writeFileSync(path, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
			if (!isHeld(path)) rmSync(path, { force: true });
			await wait(100);
		}
	}
	try {
		return await work();
	} finally {
		rmSync(path, { force: true });
	}
}

function isHeld(path) {
	try {
		process.kill(Number(readFileSync(path, 'utf8')), 0);
		return true;
	} catch (error) {
		// EPERM: the process is there, it only belongs to somebody else.
		return error.code === 'EPERM';
	}
}
