import { hash } from 'node:crypto';

/*
 * A log is a file that is only ever added to. Each record is a line of JSON and the bytes that it announces:
 *
 *     {"sum":"0123456789abcdef","length":5,"is":"piece",…}
 *     hello
 *
 * The sum is the beginning of the SHA-256 of everything after it, up to the last byte of the body. What a crash left
 * half written fails its sum; it is passed over and left where it is, and whoever adds next begins on a new line.
 */

/** What a record says of itself, beside its sum and length. */
export type RecordHeader = { readonly is: string } & Readonly<Record<string, unknown>>;

/** A record that was found whole. */
export interface LogRecord {
	readonly header: RecordHeader;
	readonly body: Uint8Array;
	/** Its bytes in the log, from its line's first to the line feed after its body. */
	readonly whole: Uint8Array;
}

/** What a log holds. */
export interface ReadLog {
	readonly records: readonly LogRecord[];
	/** Bytes that belong to no whole record. */
	readonly unreadableBytes: number;
	/** Whether the next record may begin right at the end. */
	readonly endsWhole: boolean;
}

const opening = '{"sum":"';
const sumLength = 16;
const lineFeed = 0x0a;

/** A record as bytes. */
export function encodeRecord(header: RecordHeader, body: Uint8Array): Uint8Array {
	const rest = `",${JSON.stringify({ length: body.length, ...header }).slice(1)}\n`;
	const summedFrom = opening.length + sumLength;
	const bodyFrom = summedFrom + Buffer.byteLength(rest, 'utf8');
	const record = Buffer.allocUnsafe(bodyFrom + body.length + 1);
	record.write(rest, summedFrom, 'utf8');
	record.set(body, bodyFrom);
	record[bodyFrom + body.length] = lineFeed;
	record.write(opening + sumOf(record.subarray(summedFrom, -1)), 'latin1');
	return record;
}

/** Reads a log; nothing is thrown for what is in it. */
export function readLog(bytes: Uint8Array): ReadLog {
	const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const records: LogRecord[] = [];
	let unreadableBytes = 0;
	let endsWhole = true;
	for (let at = 0; at < log.length; ) {
		const record = recordAt(log, at);
		if (record !== null) {
			records.push(record);
			at += record.whole.length;
			endsWhole = true;
			continue;
		}
		// The next record may begin anywhere ahead, its line feed damaged too; its own sum tells whether it really is one.
		const next = log.indexOf(opening, at + 1);
		const end = next < 0 ? log.length : next;
		// A line feed alone is how an append after a torn record begins.
		if (end - at > 1 || log[at] !== lineFeed) unreadableBytes += end - at;
		endsWhole = log[end - 1] === lineFeed && end - at === 1;
		at = end;
	}
	return { records, unreadableBytes, endsWhole };
}

function recordAt(log: Buffer, at: number): LogRecord | null {
	const summedFrom = at + opening.length + sumLength;
	if (log.toString('latin1', at, at + opening.length) !== opening) return null;
	const lineEnd = log.indexOf(lineFeed, summedFrom);
	if (lineEnd < 0) return null;
	const header = headerOf(log.toString('utf8', at, lineEnd));
	if (header === null) return null;
	const end = lineEnd + 1 + header.length;
	if (end >= log.length || log[end] !== lineFeed) return null;
	if (log.toString('latin1', at + opening.length, summedFrom) !== sumOf(log.subarray(summedFrom, end))) return null;
	return { header, body: log.subarray(lineEnd + 1, end), whole: log.subarray(at, end + 1) };
}

function headerOf(line: string): (RecordHeader & { readonly length: number }) | null {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		// Torn in the middle of its line.
		return null;
	}
	if (typeof value !== 'object' || value === null || !('length' in value) || !('is' in value)) return null;
	const { length, is } = value;
	if (typeof length !== 'number' || !Number.isInteger(length) || length < 0 || typeof is !== 'string') return null;
	return { ...value, length, is };
}

function sumOf(bytes: Uint8Array): string {
	return hash('sha256', bytes, 'hex').slice(0, sumLength);
}
