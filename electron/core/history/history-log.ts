import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PastRevision, RevisionId } from '#shared/contract/history.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { atomicWrite, makeFolders, syncFolder } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem, type OpenFile } from '../disk/file-system.ts';
import { revisionOf } from '../json/parsed-file.ts';
import { type LogRecord, readLog } from './record-log.ts';
import { beginRecord, historyFormat, pieceRecord, readHistoryRecord, revisionRecord } from './revision-record.ts';
import { cutIntoPieces, decodeNames, encodeNames } from './story-pieces.ts';
import { thinRevisions } from './thin-revisions.ts';

/** What is known of a history without the texts in it. */
export interface HistoryLog {
	/** Which file it was, to see whether another Galley has added to it; null when there is none. */
	readonly stamp: FileStamp | null;
	readonly format: number;
	/** Oldest first. */
	readonly revisions: readonly PastRevision[];
	/** Names of the pieces that it holds. */
	readonly pieces: ReadonlySet<string>;
	readonly unreadableBytes: number;
	readonly endsWhole: boolean;
}

/** Tells one state of a log's file from another. */
export interface FileStamp {
	readonly file: number;
	readonly size: number;
}

/** A shorter piece hardly gets smaller, and packing all of them takes longer than everything else of a revision. */
const leastPacked = 1024;

/** What the file at a log's path is now; null when there is none. */
export async function stampOf(disk: FileSystem, path: string): Promise<FileStamp | null> {
	try {
		const { ino, size } = await disk.stat(path);
		return { file: ino, size };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

/** The history of a story that has none yet. */
export const noHistory: HistoryLog = {
	stamp: null,
	format: historyFormat,
	revisions: [],
	pieces: new Set(),
	unreadableBytes: 0,
	endsWhole: true,
};

/** Reads a story's history; one that is not there is empty. */
export async function loadHistory(disk: FileSystem, path: string): Promise<HistoryLog> {
	const stamp = await stampOf(disk, path);
	if (stamp === null) return noHistory;
	const pieces = new Set<string>();
	const revisions: PastRevision[] = [];
	let format = historyFormat;
	const log = readLog(await disk.readFile(path));
	for (const { header } of log.records) {
		const record = readHistoryRecord(header);
		if (record?.kind === 'begin') format = Math.max(format, record.format);
		else if (record?.kind === 'piece') pieces.add(record.name);
		else if (record?.kind === 'revision') revisions.push(record.revision);
	}
	const { unreadableBytes, endsWhole } = log;
	return { stamp, format, revisions, pieces, unreadableBytes, endsWhole };
}

/**
 * Adds a revision of a story's bytes to its history, and returns the history as it then is: durable, unless that is left
 * to the caller, who syncs many at once, and who is not told the stamp of a new log. Throws `EEXIST`, and adds nothing,
 * where there was to be no history yet.
 */
export async function appendRevision(
	disk: FileSystem,
	path: string,
	known: HistoryLog,
	article: ArticleId,
	revision: PastRevision,
	bytes: Uint8Array,
	isDurable = true,
): Promise<HistoryLog> {
	const pieces = new Set(known.pieces);
	const records: Uint8Array[] = [];
	if (known.stamp === null) records.push(beginRecord(article));
	// What a crash left half written stays; a new line keeps it apart from what is added.
	else if (!known.endsWhole) records.push(Buffer.of(0x0a));
	const names: string[] = [];
	for (const { name, bytes: piece } of cutIntoPieces(bytes)) {
		names.push(name);
		if (pieces.has(name)) continue;
		pieces.add(name);
		const packed = piece.length < leastPacked ? piece : deflateRawSync(piece);
		const isSmaller = packed.length < piece.length;
		records.push(pieceRecord(name, isSmaller, isSmaller ? packed : piece));
	}
	// The revision last: once its record is whole, so is everything that it names.
	records.push(revisionRecord(revision, encodeNames(names)));
	const added = Buffer.concat(records);
	const file = await (known.stamp === null ? openNew(disk, path) : disk.open(path, 'a'));
	try {
		await file.writeFile(added);
		if (isDurable) await file.sync();
	} finally {
		await file.close();
	}
	if (known.stamp === null && isDurable) await syncFolder(disk, dirname(path));
	// The size that it has if nobody else added to it; else it is read anew.
	const size = (known.stamp?.size ?? 0) + added.length;
	const stamp = known.stamp === null && !isDurable ? null : await stampOf(disk, path);
	return {
		stamp: stamp === null ? null : { file: stamp.file, size },
		format: known.format,
		revisions: [...known.revisions, revision],
		pieces,
		unreadableBytes: known.unreadableBytes,
		endsWhole: true,
	};
}

async function openNew(disk: FileSystem, path: string): Promise<OpenFile> {
	try {
		return await disk.open(path, 'wx');
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
		await makeFolders(disk, dirname(path));
		return disk.open(path, 'wx');
	}
}

/** The bytes of a story's file as they were at a revision; null when the history has no such revision. */
export async function readRevision(disk: FileSystem, path: string, id: RevisionId): Promise<Uint8Array | null> {
	let log: Uint8Array;
	try {
		log = await disk.readFile(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
	const pieces = new Map<string, () => Uint8Array>();
	let wanted: { readonly revision: PastRevision; readonly names: readonly string[] } | null = null;
	for (const { header, body } of readLog(log).records) {
		const record = readHistoryRecord(header);
		if (record?.kind === 'piece') pieces.set(record.name, () => (record.packed ? inflateRawSync(body) : body));
		if (record?.kind === 'revision' && record.revision.id === id) {
			wanted = { revision: record.revision, names: decodeNames(body) };
		}
	}
	if (wanted === null) return null;
	const parts = wanted.names.map((name) => pieces.get(name)?.() ?? new Uint8Array());
	const bytes = Buffer.concat(parts);
	if (revisionOf(bytes) === wanted.revision.revision) return bytes;
	throw new FailureError(
		'damaged',
		'Part of this revision was damaged on the disk, so it cannot be shown. Other revisions may still be whole.',
		path,
	);
}

/**
 * Rewrites a history without the revisions that have had their time; true when it did. It is left alone where any of it
 * is unreadable, or when another Galley adds to it meanwhile.
 */
export async function thinHistory(disk: FileSystem, path: string, known: HistoryLog, now: Date): Promise<boolean> {
	const kept = new Set(thinRevisions(known.revisions, now).map((revision) => revision.id));
	if (kept.size === known.revisions.length || known.unreadableBytes > 0) return false;
	const { records } = readLog(await disk.readFile(path));
	const named = new Set<string>();
	for (const { header, body } of records) {
		const record = readHistoryRecord(header);
		// A newer Galley's record may need pieces that nothing else here names.
		if (record === null) return false;
		if (record?.kind === 'revision' && kept.has(record.revision.id))
			for (const name of decodeNames(body)) named.add(name);
	}
	const stays = ({ header }: LogRecord) => {
		const record = readHistoryRecord(header);
		if (record?.kind === 'piece') return named.has(record.name);
		return record?.kind !== 'revision' || kept.has(record.revision.id);
	};
	const thinned = Buffer.concat(records.filter(stays).map(({ whole }) => whole));
	const stamp = await stampOf(disk, path);
	if (stamp?.size !== known.stamp?.size || stamp?.file !== known.stamp?.file) return false;
	await atomicWrite(disk, path, thinned);
	return true;
}
