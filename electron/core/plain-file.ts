import type { Article } from '#shared/model/article.ts';

/** What a plain file of a story is made of, in its order: each field, and each block of the body by itself. */
export interface Pieces {
	readonly names: readonly string[];
	/** The values whose JSON the pieces hold. */
	readonly values: readonly unknown[];
	/** Where each piece ends, in bytes. */
	readonly ends: readonly number[];
}

/** A story's file as it is when nothing is left out and nothing added. */
export interface PlainFile {
	readonly bytes: Uint8Array;
	readonly pieces: Pieces;
}

/**
 * Writes a story as `JSON.stringify` does with two spaces. Pieces whose value is the very one that they held in the plain file `before` are taken
 * over from there, for all but a few words is as before when a story is saved.
 */
export function writePlainFile(article: Article, before: PlainFile | null): PlainFile {
	const { names, values } = takeApart(article);
	const old = before?.pieces ?? nothing;
	const ends: number[] = [];
	const parts: (Uint8Array | string)[] = [];
	let length = 0;
	/** What is to be taken over next from the file before. */
	let from = 0;
	let to = 0;
	const takeOver = () => {
		if (before !== null && to > from) parts.push(before.bytes.subarray(from, to));
		from = to;
	};
	let isAlike = true;
	for (let at = 0; at < names.length; at += 1) {
		// What stands around a piece depends on where it stands.
		isAlike &&= names[at] === old.names[at];
		if (isAlike && values[at] === old.values[at]) {
			const begin = at === 0 ? 0 : (old.ends[at - 1] ?? 0);
			if (begin !== to) {
				takeOver();
				from = begin;
			}
			to = old.ends[at] ?? 0;
			length += to - begin;
		} else {
			takeOver();
			const text = pieceText(names, values, at);
			parts.push(text);
			length += Buffer.byteLength(text);
		}
		ends.push(length);
	}
	takeOver();
	return { bytes: joined(parts, length), pieces: { names, values, ends } };
}

function joined(parts: readonly (Uint8Array | string)[], length: number): Uint8Array {
	const bytes = Buffer.allocUnsafeSlow(length);
	let at = 0;
	for (const part of parts) {
		if (typeof part === 'string') at += bytes.write(part, at);
		else {
			bytes.set(part, at);
			at += part.length;
		}
	}
	return bytes;
}

const nothing: Pieces = { names: [], values: [], ends: [] };

const bodyEnd = 'end of the body';
const fileEnd = 'end of the file';

function takeApart(article: Article): Pick<Pieces, 'names' | 'values'> {
	const names: string[] = [];
	const values: unknown[] = [];
	for (const name of Object.keys(article) as (keyof Article)[]) {
		const value = article[name];
		if (name !== 'body' || article.body.length === 0) {
			names.push(name);
			values.push(value);
			continue;
		}
		for (const block of article.body) {
			names.push(name);
			values.push(block);
		}
		names.push(bodyEnd);
		values.push(null);
	}
	names.push(fileEnd);
	values.push(null);
	return { names, values };
}

function pieceText(names: readonly string[], values: readonly unknown[], at: number): string {
	const name = names[at] ?? '';
	if (name === fileEnd) return '\n}\n';
	if (name === bodyEnd) return '\n  ]';
	const value = values[at];
	const opening = at === 0 ? '{' : ',';
	if (name !== 'body' || Array.isArray(value)) return opening + fieldText(name, value);
	if (names[at - 1] === 'body') return `,${blockText(value)}`;
	return `${opening}\n  "body": [${blockText(value)}`;
}

/** A field as it stands in a story. */
function fieldText(name: string, value: unknown): string {
	return JSON.stringify({ [name]: value }, null, 2).slice('{'.length, -'\n}'.length);
}

/** A block as it stands in the body of a story, as far to the right as what is in two lists. */
function blockText(block: unknown): string {
	return JSON.stringify([[block]], null, 2).slice('[\n  ['.length, -'\n  ]\n]'.length);
}
