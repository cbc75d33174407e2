import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { Revision } from '#shared/model/article.ts';
import { type JsonNode, JsonSyntaxError, lineOfPath, parseJsonTree } from './json-tree.ts';

/** Why a file cannot be used, and on which line, from 1. */
export interface FileDamage {
	readonly kind: 'damaged';
	readonly reason: string;
	readonly line: number | null;
}

/** What a save must be based on: a SHA-256 of the file's bytes, in hex. */
export function revisionOf(bytes: Uint8Array): Revision {
	return hash('sha256', bytes, 'hex');
}

/** Whether two files hold the same; many times as quick as comparing their revisions. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}

const byteOrderMark = '\ufeff';

/** A file's text, whether a byte order mark stood before it, and whether its lines end in CRLF. */
export interface FileText {
	readonly kind: 'text';
	readonly text: string;
	readonly hasMark: boolean;
	readonly hasCrlf: boolean;
}

/** Reads bytes as UTF-8; bytes that are not are damage, with the line of the first. */
export function readText(bytes: Uint8Array): FileText | FileDamage {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const hasMark = text.startsWith(byteOrderMark);
		return { kind: 'text', text: hasMark ? text.slice(1) : text, hasMark, hasCrlf: /^[^\n]*\r\n/.test(text) };
	} catch {
		return { kind: 'damaged', reason: 'It holds bytes that are not UTF-8 text.', line: lineOfBadBytes(bytes) };
	}
}

/** Text as bytes, with the mark and line ends that the file had. */
export function textBytes(text: string, like: Pick<FileText, 'hasMark' | 'hasCrlf'>): Uint8Array {
	const lines = like.hasCrlf ? text.replace(/\n/g, '\r\n') : text;
	return utf8Bytes(like.hasMark ? byteOrderMark + lines : lines);
}

const encoder = new TextEncoder();

/** Text as bytes, three times as quickly as a `Buffer` takes them over. */
export function utf8Bytes(text: string): Uint8Array {
	return encoder.encode(text);
}

/** Reads JSON; text that is not JSON is damage, with the reason and the line. */
export function readJson(text: string): { readonly kind: 'json'; readonly value: unknown } | FileDamage {
	try {
		return { kind: 'json', value: JSON.parse(text) };
	} catch {
		// The engine's own message differs between versions and names no line; reading once more gives both.
		return syntaxDamage(text);
	}
}

function syntaxDamage(text: string): FileDamage {
	if (text.trim() === '') return { kind: 'damaged', reason: 'The file is empty.', line: 1 };
	const tree = readJsonTree(text);
	return 'damage' in tree ? tree.damage : { kind: 'damaged', reason: 'It is not valid JSON.', line: null };
}

/** Reads JSON with its lines; what is no JSON, or has too many levels, is damage. */
export function readJsonTree(text: string): { readonly root: JsonNode } | { readonly damage: FileDamage } {
	try {
		return { root: parseJsonTree(text) };
	} catch (error) {
		if (!(error instanceof JsonSyntaxError)) throw error;
		return { damage: { kind: 'damaged', reason: `It is not valid JSON: ${error.message}.`, line: error.line } };
	}
}

/** The first thing that does not fit the format, with its place in words and its line. */
export function schemaDamage(text: string, error: z.ZodError): FileDamage {
	const issue = error.issues[0];
	if (issue === undefined) return { kind: 'damaged', reason: 'It does not fit the format.', line: null };
	const tree = readJsonTree(text);
	if ('damage' in tree) return tree.damage;
	const place = placeInWords(issue.path);
	const message = issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
	return {
		kind: 'damaged',
		reason: place === '' ? `It does not fit the format: ${message}.` : `In ${place}: ${message}.`,
		line: lineOfPath(text, tree.root, issue.path),
	};
}

/** A path such as `body.3.html` as "body, entry 4, html"; a very long one without its middle. */
export function placeInWords(path: readonly PropertyKey[]): string {
	const steps = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)));
	return (steps.length > 20 ? [...steps.slice(0, 12), '…', ...steps.slice(-4)] : steps).join(', ');
}

function lineOfBadBytes(bytes: Uint8Array): number {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let line = 1;
	let start = 0;
	while (start < bytes.length) {
		const end = bytes.indexOf(0x0a, start);
		const next = end < 0 ? bytes.length : end + 1;
		try {
			// A line feed is never part of a longer character, so lines can be read one by one.
			decoder.decode(bytes.subarray(start, next));
		} catch {
			return line;
		}
		line += 1;
		start = next;
	}
	return line;
}
