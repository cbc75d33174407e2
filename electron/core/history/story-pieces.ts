import { hash } from 'node:crypto';

/** The name of a piece in a list of names: the first bytes of its SHA-256. */
const pieceNameLength = 12;

/** Part of a story's file, kept once however many revisions hold it. */
export interface StoryPiece {
	/** The beginning of its SHA-256, in base64url. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

const lineFeed = 0x0a;
/** Joins lines that are too short to be worth a record of their own. */
const smallest = 120;

/**
 * Cuts a story's file into pieces that, put together, are exactly its bytes. Each entry of a list at the top, such as a
 * block of the body, is a piece, so that a changed word costs one of them.
 */
export function cutIntoPieces(bytes: Uint8Array): StoryPiece[] {
	const pieces: StoryPiece[] = [];
	let start = 0;
	const cut = (end: number) => {
		if (end > start) pieces.push(pieceOf(bytes.subarray(start, end)));
		start = end;
	};
	for (let line = 0; line < bytes.length; ) {
		const feed = bytes.indexOf(lineFeed, line);
		const next = feed < 0 ? bytes.length : feed + 1;
		// Galley writes the entries of a list at the top as lines of four spaces and a brace.
		if (isEntryStart(bytes, line) && line - start >= smallest) cut(line);
		line = next;
		if (isListEnd(bytes, line)) cut(line);
	}
	cut(bytes.length);
	return pieces;
}

function isEntryStart(bytes: Uint8Array, line: number): boolean {
	return beginsWith(bytes, line, '    {');
}

function isListEnd(bytes: Uint8Array, line: number): boolean {
	return beginsWith(bytes, line, '  ]');
}

function beginsWith(bytes: Uint8Array, at: number, text: string): boolean {
	for (let index = 0; index < text.length; index += 1) {
		if (bytes[at + index] !== text.charCodeAt(index)) return false;
	}
	return true;
}

function pieceOf(bytes: Uint8Array): StoryPiece {
	return { name: hash('sha256', bytes, 'base64url').slice(0, lettersOf(pieceNameLength)), bytes };
}

/** How many letters of base64url so many bytes take, of which three make four letters. */
function lettersOf(bytes: number): number {
	return (bytes / 3) * 4;
}

/** The names of pieces as the body of a revision's record. */
export function encodeNames(names: readonly string[]): Uint8Array {
	return Buffer.concat(names.map((name) => Buffer.from(name, 'base64url')));
}

/** The names in the body of a revision's record, in the story's order. */
export function decodeNames(body: Uint8Array): string[] {
	const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
	const names: string[] = [];
	for (let at = 0; at < bytes.length; at += pieceNameLength) {
		names.push(bytes.toString('base64url', at, at + pieceNameLength));
	}
	return names;
}
