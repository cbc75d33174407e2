import { join } from 'node:path';
import type { z } from 'zod';
import { atomicCreate } from '../../disk/atomic-write.ts';
import { diskFailure } from '../../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../../disk/file-system.ts';
import { inNewsroom, makeFoldersInside, type NewsroomPath, refuseWayOut } from '../../disk/newsroom-path.ts';
import { ProcessName } from '../../disk/process.ts';
import { encodeRecord, readLog } from '../../history/record-log.ts';
import { Act, ActEnd, ActId, StoryStep } from './act.ts';

/*
 * Each act is a log in `.galley/changes/`: what is to be done, then each story's step before it is taken, then the end.
 * A log without an end was cut off, and is gone on with; one with an end is what undoing goes by.
 */

/** An act as its log tells it. */
export interface KeptAct {
	readonly act: Act;
	/** In the order in which they were written down; a story may have several. */
	readonly steps: readonly StoryStep[];
	/** Null where it was cut off, or is under way. */
	readonly end: ActEnd | null;
}

/** The log of an act under way. */
export interface ActLog {
	/** Writes down what is about to be done to a story; durable once it returns. Steps of the same moment are synced as one. */
	step(step: StoryStep): Promise<void>;
	/** Writes down whose work it is from here on; durable once it returns. */
	take(by: ProcessName): Promise<void>;
	/** Writes down that it ended; durable once it returns. */
	end(end: ActEnd): Promise<void>;
}

/** What an act is about and how it ended, without what was done to each story. */
export type ActOutline = Omit<KeptAct, 'steps'>;

/** The acts of a newsroom that can be undone, or that were cut off. */
export interface ActStore {
	/** Writes down what is to be done; durable once it returns. The oldest acts that ended are forgotten for it. */
	begin(act: Act): Promise<ActLog>;
	/** The log of an act that was cut off, to go on with. */
	goOn(id: ActId): ActLog;
	/** An act by its name; null when there is none. */
	read(id: string): Promise<KeptAct | null>;
	/** All acts, oldest first; what cannot be read is left out. */
	list(): Promise<ActOutline[]>;
	/** When something was last written down of an act that there is. */
	changedAt(id: ActId): Promise<Date>;
	remove(id: ActId): Promise<void>;
}

/** So many acts that ended can be undone. */
const mostKept = 10;
/** Of a longer log than this only the two ends are read for its outline, each so many bytes. */
const endsLength = 1 << 20;
const ending = '.log';

/** Keeps the acts of a newsroom. */
export function createActStore(disk: FileSystem, newsroom: NewsroomPath): ActStore {
	const folder = inNewsroom(newsroom, '.galley/changes');
	const fileOf = (id: ActId) => join(folder, `${id}${ending}`);

	const logAt = (path: string): ActLog => {
		let waiting: Uint8Array[] = [];
		let writing: Promise<void> | null = null;
		const writeWaiting = async () => {
			const records = waiting;
			waiting = [];
			writing = null;
			const file = await disk.open(path, 'a');
			try {
				// What a crash left half written is kept apart by a new line.
				await file.writeFile(Buffer.concat([Buffer.of(0x0a), ...records]));
				await file.sync();
			} finally {
				await file.close();
			}
		};
		let last: Promise<void> = Promise.resolve();
		const append = (record: Uint8Array): Promise<void> => {
			waiting.push(record);
			// Whoever comes while the one before is synced is written together.
			if (writing === null) {
				writing = last.then(writeWaiting);
				last = writing.catch(() => {});
			}
			return writing.catch((error: unknown) => {
				throw diskFailure(error, 'save', 'what is to be changed');
			});
		};
		return {
			step: (step) => append(record('story', step)),
			take: (by) => append(record('by', by)),
			end: (end) => append(record('end', end)),
		};
	};

	const read = async (id: string): Promise<KeptAct | null> => {
		const known = ActId.safeParse(id);
		if (!known.success) return null;
		let bytes: Uint8Array;
		try {
			await refuseWayOut(disk, newsroom, folder);
			bytes = await disk.readFile(fileOf(known.data));
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return null;
			throw diskFailure(error, 'read', `.galley/changes/${id}${ending}`);
		}
		const { act, by, steps, end } = recordsIn(bytes);
		return act === null ? null : { act: { ...act, by: by ?? act.by }, steps, end };
	};

	const ids = async (): Promise<ActId[]> => {
		try {
			const entries = await disk.list(folder);
			const names = entries.flatMap(({ name }) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
			return names.filter((name) => ActId.safeParse(name).success).sort();
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return [];
			throw diskFailure(error, 'read', '.galley/changes');
		}
	};

	const remove = async (id: ActId) => {
		try {
			await disk.unlink(fileOf(id));
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw diskFailure(error, 'remove', `.galley/changes/${id}${ending}`);
		}
	};

	const outline = async (id: ActId): Promise<ActOutline | null> => {
		const path = fileOf(id);
		try {
			const { size } = await disk.stat(path);
			if (size > 2 * endsLength) {
				const [begin, rest] = [
					await disk.readPart(path, 0, endsLength),
					await disk.readPart(path, size - endsLength, endsLength),
				];
				const { act } = recordsIn(begin);
				const { end } = recordsIn(rest);
				// One that was cut off is asked for whose work it is, which may stand anywhere.
				if (act !== null && end !== null) return { act, end };
			}
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return null;
			throw diskFailure(error, 'read', `.galley/changes/${id}${ending}`);
		}
		return read(id);
	};

	const list = async () => {
		const acts: ActOutline[] = [];
		for (const id of await ids()) {
			const act = await outline(id);
			if (act !== null) acts.push(act);
		}
		return acts;
	};

	return {
		async begin(act) {
			await refuseWayOut(disk, newsroom, folder);
			const ended = (await list()).filter(({ act: { id }, end }) => end !== null && id !== act.undoes);
			for (const { act: old } of ended.slice(0, Math.max(0, ended.length - mostKept + 1))) await remove(old.id);
			try {
				await makeFoldersInside(disk, newsroom, folder);
				await atomicCreate(disk, fileOf(act.id), record('act', act));
			} catch (error) {
				throw diskFailure(error, 'save', 'what is to be changed');
			}
			return logAt(fileOf(act.id));
		},
		goOn: (id) => logAt(fileOf(id)),
		read,
		list,
		changedAt: async (id) => (await disk.stat(fileOf(id))).mtime,
		remove,
	};
}

function recordsIn(bytes: Uint8Array) {
	let act: Act | null = null;
	let by: ProcessName | null = null;
	let end: ActEnd | null = null;
	const steps: StoryStep[] = [];
	for (const { header, body } of readLog(bytes).records) {
		if (header.is === 'act') act = parsed(Act, body);
		else if (header.is === 'by') by = parsed(ProcessName, body) ?? by;
		else if (header.is === 'end') end = parsed(ActEnd, body);
		const step = header.is === 'story' ? parsed(StoryStep, body) : null;
		if (step !== null) steps.push(step);
	}
	return { act, by, steps, end };
}

function record(is: string, value: unknown): Uint8Array {
	return encodeRecord({ is }, Buffer.from(JSON.stringify(value), 'utf8'));
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: Uint8Array): z.output<Schema> | null {
	try {
		const value = schema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
		return value.success ? value.data : null;
	} catch {
		// Whole by its sum, and no JSON: a Galley that is not ours wrote it.
		return null;
	}
}
