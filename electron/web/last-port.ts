import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { atomicWrite, makeFolders } from '#core/disk/atomic-write.ts';
import { errorCode, realFileSystem } from '#core/disk/file-system.ts';

/** Enough for the few hosts that a person runs beside each other. */
const mostPorts = 5;

const Stored = z.object({ ports: z.array(z.int().min(1).max(65_535)) });

/** The ports that web hosts with these preferences had, the last one first; empty where none is known. */
export async function lastPorts(userData: string): Promise<number[]> {
	let text: string;
	try {
		text = await readFile(fileIn(userData), 'utf8');
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw error;
	}
	try {
		return Stored.parse(JSON.parse(text)).ports;
	} catch {
		// Only a convenience: any free port is as good, and the file is written anew.
		return [];
	}
}

/** Remembers a port, so that pages of this host find the next one at the same address. */
export async function rememberPort(userData: string, port: number): Promise<void> {
	const ports = [port, ...(await lastPorts(userData)).filter((other) => other !== port)].slice(0, mostPorts);
	const file = fileIn(userData);
	await makeFolders(realFileSystem, dirname(file));
	await atomicWrite(realFileSystem, file, Buffer.from(`${JSON.stringify({ ports })}\n`, 'utf8'));
}

function fileIn(userData: string): string {
	return join(userData, 'web-ports.json');
}
