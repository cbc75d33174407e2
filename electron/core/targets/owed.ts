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

const Next = z.object({ at: z.string() });

const place = (newsroom: OpenNewsroom, target: Target) => besideKept(newsroom, target, 'owed.json');

/** What a target is owed; null when it has everything. */
export async function readOwed(newsroom: OpenNewsroom, target: Target): Promise<Owed | null> {
	const bytes = await readOrNull(newsroom, place(newsroom, target));
	if (bytes === null) return null;
	// One that is damaged says all the same that something is owed.
	return Owed.safeParse(jsonOrNull(bytes)).data ?? { mark: '', since: newsroom.now().toISOString(), reason: '' };
}

/** Notes that a target is owed something; durable, so that it is given also after a crash. Answers how to take that back. */
export async function owe(newsroom: OpenNewsroom, target: Target): Promise<{ takeBack(): Promise<void> }> {
	const before = await readOwed(newsroom, target);
	const owed: Owed = {
		mark: randomUUID(),
		since: before?.since ?? newsroom.now().toISOString(),
		reason: before?.reason ?? '',
	};
	await write(newsroom, target, owed);
	// What was owed before is owed all the same.
	return { takeBack: async () => (before === null ? given(newsroom, target, owed) : undefined) };
}

const waitsPlace = (newsroom: OpenNewsroom, target: Target) => besideKept(newsroom, target, 'next.json');

/** Whether a story that the last export held back until a moment may go out by now. */
export async function isDueAgain(newsroom: OpenNewsroom, target: Target): Promise<boolean> {
	const bytes = await readOrNull(newsroom, waitsPlace(newsroom, target));
	const next = bytes === null ? null : Next.safeParse(jsonOrNull(bytes)).data;
	return next != null && Date.parse(next.at) <= newsroom.now().getTime();
}

/** Keeps for `isDueAgain` when that will be. */
async function keepNext(newsroom: OpenNewsroom, target: Target, at: string | null): Promise<void> {
	const place = waitsPlace(newsroom, target);
	if (at !== null) await atomicWrite(newsroom.disk, place, Buffer.from(`${JSON.stringify({ at })}\n`, 'utf8'));
	else await removeFile(newsroom, place);
}

/** Notes why a target could not be given what it is owed. */
export async function stillOwed(newsroom: OpenNewsroom, target: Target, reason: string): Promise<void> {
	const owed = await readOwed(newsroom, target);
	if (owed !== null && owed.reason !== reason) await write(newsroom, target, { ...owed, reason });
}

/** Notes that a target was given all that was owed to it when `owed` was read. */
async function given(newsroom: OpenNewsroom, target: Target, owed: Owed | null): Promise<void> {
	if (owed === null || (await readOwed(newsroom, target))?.mark !== owed.mark) return;
	await removeFile(newsroom, place(newsroom, target));
}

async function readOrNull({ disk }: OpenNewsroom, path: string): Promise<Uint8Array | null> {
	try {
		return await disk.readFile(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

function jsonOrNull(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return null; // whoever asks knows what that means
	}
}

async function removeFile({ disk }: OpenNewsroom, path: string): Promise<void> {
	try {
		await disk.unlink(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error; // there was none, or another Galley was quicker
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
	if (scope.kind !== 'all') return report;
	await makeFolders(newsroom.disk, dirname(place(newsroom, target)));
	await keepNext(newsroom, target, report.next);
	await given(newsroom, target, owed);
	return report;
}

async function write(newsroom: OpenNewsroom, target: Target, owed: Owed): Promise<void> {
	await mustBeKept(newsroom, target);
	const path = place(newsroom, target);
	await makeFolders(newsroom.disk, dirname(path));
	await atomicWrite(newsroom.disk, path, Buffer.from(`${JSON.stringify(owed)}\n`, 'utf8'));
}
