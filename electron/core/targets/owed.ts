import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ExportReport, ExportScope } from '#shared/contract/export.ts';
import type { Target } from '#shared/model/target.ts';
import { atomicWrite, makeFolders } from '../disk/atomic-write.ts';
import { errorCode } from '../disk/file-system.ts';
import type { ExportTools } from '../export/export-source.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { besideKept, mustBeKept, writeTarget } from './target-exports.ts';

const Owed = z.object({
	/** Tells one note from the next, so that an export that began before it does not take it away. */
	mark: z.string(),
	/** Since when, ISO 8601. */
	since: z.string(),
	/** Why it could not be given, in a sentence; empty before it was tried. */
	reason: z.string(),
});
/** That a target has yet to be given what was published. */
export type Owed = z.infer<typeof Owed>;

const place = (newsroom: OpenNewsroom, target: Target) => besideKept(newsroom, target, 'owed.json');

/** What a target is owed; null when it has everything. */
export async function readOwed(newsroom: OpenNewsroom, target: Target): Promise<Owed | null> {
	try {
		const text = Buffer.from(await newsroom.disk.readFile(place(newsroom, target))).toString('utf8');
		return Owed.safeParse(JSON.parse(text)).data ?? { mark: '', since: newsroom.now().toISOString(), reason: '' };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		// One that was cut off says all the same that something is owed.
		if (error instanceof SyntaxError) return { mark: '', since: newsroom.now().toISOString(), reason: '' };
		throw error;
	}
}

/** Notes that a target is owed something; durable, so that it is given also after a crash. */
export async function owe(newsroom: OpenNewsroom, target: Target): Promise<void> {
	const before = await readOwed(newsroom, target);
	await write(newsroom, target, {
		mark: randomUUID(),
		since: before?.since ?? newsroom.now().toISOString(),
		reason: before?.reason ?? '',
	});
}

/** Notes why a target could not be given what it is owed. */
export async function stillOwed(newsroom: OpenNewsroom, target: Target, reason: string): Promise<void> {
	const owed = await readOwed(newsroom, target);
	if (owed !== null && owed.reason !== reason) await write(newsroom, target, { ...owed, reason });
}

/** Notes that a target was given all that was owed to it when `owed` was read. */
async function given(newsroom: OpenNewsroom, target: Target, owed: Owed | null): Promise<void> {
	if (owed === null || (await readOwed(newsroom, target))?.mark !== owed.mark) return;
	try {
		await newsroom.disk.unlink(place(newsroom, target));
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error; // another Galley was quicker
	}
}

/** Exports to a target; one of everything gives it all that it is owed. */
export async function giveTarget(
	newsroom: OpenNewsroom,
	target: Target,
	scope: ExportScope,
	tools: ExportTools = {},
): Promise<ExportReport> {
	const owed = await readOwed(newsroom, target);
	const report = await writeTarget(newsroom, target, scope, tools);
	if (scope.kind === 'all') await given(newsroom, target, owed);
	return report;
}

async function write(newsroom: OpenNewsroom, target: Target, owed: Owed): Promise<void> {
	await mustBeKept(newsroom, target);
	const path = place(newsroom, target);
	await makeFolders(newsroom.disk, dirname(path));
	await atomicWrite(newsroom.disk, path, Buffer.from(`${JSON.stringify(owed)}\n`, 'utf8'));
}
