import type { Block } from '../../model/block.ts';
import { inlineText } from '../../model/inline-html.ts';
import type { AnyPart, Line } from '../blocks/block-module.ts';
import { blockLabel, partsOf, partValue } from '../blocks/index.ts';
import { diffSequences } from './diff-sequences.ts';
import { diffText, type TextPiece } from './diff-text.ts';
import { isSameValue } from './same-value.ts';

/**
 * A line of a list, a table's row, or a gallery's picture: its texts, compared by words where it was kept. `ordered` is
 * whether the nested list that it stands in is numbered; null outside of one, as the outer list is a value of its block.
 */
export type EntryChange =
	| {
			readonly kind: 'same' | 'added' | 'removed';
			readonly depth: number;
			readonly ordered: boolean | null;
			readonly texts: readonly string[];
	  }
	| {
			readonly kind: 'changed';
			readonly depth: number;
			readonly orderedBefore: boolean | null;
			readonly ordered: boolean | null;
			readonly texts: readonly (readonly TextPiece[])[];
	  };

/** One part of a block that changed; `part` is its name, and `label` what it is called. */
export type BlockPart =
	| {
			readonly kind: 'text';
			readonly part: string;
			readonly label: string;
			readonly before: string;
			readonly after: string;
			readonly pieces: readonly TextPiece[];
	  }
	/** `words` are the two values as they read. */
	| {
			readonly kind: 'value';
			readonly part: string;
			readonly label: string;
			readonly before: string | number | boolean | null;
			readonly after: string | number | boolean | null;
			readonly words: { readonly before: string; readonly after: string };
	  }
	| {
			readonly kind: 'entries';
			readonly part: string;
			readonly label: string;
			readonly entries: readonly EntryChange[];
	  };

/** What changed inside a block; empty when nothing but its id did. */
export function diffBlock(before: Block, after: Block): BlockPart[] {
	const changes: BlockPart[] = [];
	if (before.type !== after.type) {
		const words = { before: blockLabel(before.type), after: blockLabel(after.type) };
		changes.push({
			kind: 'value',
			part: 'type',
			label: 'Kind of block',
			before: before.type,
			after: after.type,
			words,
		});
	}
	const parts = new Map([...partsOf(before), ...partsOf(after)]);
	for (const [part, module] of parts) {
		const change = diffPart(part, module, partValue(before, part), partValue(after, part));
		if (change !== null) changes.push(change);
	}
	// Values first, then words, then lists, whatever the order in which a block shows them.
	return kinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

const kinds = ['value', 'text', 'entries'] as const;

function diffPart(part: string, module: AnyPart, was: unknown, is: unknown): BlockPart | null {
	const { label } = module;
	switch (module.kind) {
		case 'value': {
			const [before, after] = [plainValue(was), plainValue(is)];
			if (before === after) return null;
			const words = { before: valueWords(module, was), after: valueWords(module, is) };
			return { kind: 'value', part, label, before, after, words };
		}
		case 'entries': {
			const [before, after] = [linesOf(module, was), linesOf(module, is)];
			if (isSameValue(before, after)) return null;
			const format = module.format === 'line' ? 'plain' : 'inline';
			return { kind: 'entries', part, label, entries: diffLines(before, after, format) };
		}
		default: {
			const [before, after] = [textOf(was), textOf(is)];
			if (before === after) return null;
			const pieces = diffText(before, after, module.kind === 'inline' ? 'inline' : 'plain');
			return { kind: 'text', part, label, before, after, pieces };
		}
	}
}

/** A list's lines, a table's rows or a gallery's pictures, as a comparison with themselves would hold them. */
export function entriesOf(block: Block): EntryChange[] {
	return partsOf(block).flatMap(([part, module]) =>
		module.kind === 'entries'
			? linesOf(module, partValue(block, part)).map((line): EntryChange => ({ kind: 'same', ...line }))
			: [],
	);
}

/** Every word of a block that readers see, with a space between its parts. */
export function wordsOfBlock(block: Block): string {
	const words = partsOf(block).flatMap(([part, module]): string[] => {
		const value = partValue(block, part);
		if (module.kind === 'value') return module.look === undefined ? [] : [textOf(value)];
		if (module.kind === 'entries') return linesOf(module, value).flatMap(({ texts }) => texts.map(inlineText));
		return [module.kind === 'inline' ? inlineText(textOf(value)) : textOf(value)];
	});
	return words.filter((text) => text !== '').join(' ');
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function linesOf(module: Extract<AnyPart, { kind: 'entries' }>, value: unknown): Line[] {
	return Array.isArray(value) ? module.lines(value) : [];
}

function valueWords(module: Extract<AnyPart, { kind: 'value' }>, value: unknown): string {
	if (value === undefined || value === null) return 'None';
	if (module.words !== undefined) return module.words(value);
	return typeof value === 'boolean' ? (value ? 'On' : 'Off') : String(value);
}

function plainValue(value: unknown): string | number | boolean | null {
	if (value === undefined || value === null) return null;
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	return JSON.stringify(value);
}

/** Lines that changed at the same place are compared by words; the rest was added or removed. */
function diffLines(before: readonly Line[], after: readonly Line[], format: 'inline' | 'plain'): EntryChange[] {
	const keys = (lines: readonly Line[]) => lines.map((line) => JSON.stringify(line));
	const entries: EntryChange[] = [];
	let at = 0;
	const same = (to: number) => {
		for (const line of before.slice(at, to)) entries.push({ kind: 'same', ...line });
	};
	for (const hunk of diffSequences(keys(before), keys(after))) {
		same(hunk.beforeFrom);
		const was = before.slice(hunk.beforeFrom, hunk.beforeTo);
		const is = after.slice(hunk.afterFrom, hunk.afterTo);
		const pairs = Math.min(was.length, is.length);
		for (let index = 0; index < pairs; index += 1) {
			const [old, now] = [was[index], is[index]];
			if (old === undefined || now === undefined) continue;
			if (old.depth === now.depth && old.texts.length === now.texts.length) {
				const texts = now.texts.map((text, column) => diffText(old.texts[column] ?? '', text, format));
				entries.push({ kind: 'changed', depth: now.depth, orderedBefore: old.ordered, ordered: now.ordered, texts });
			} else {
				entries.push({ kind: 'removed', ...old }, { kind: 'added', ...now });
			}
		}
		for (const line of was.slice(pairs)) entries.push({ kind: 'removed', ...line });
		for (const line of is.slice(pairs)) entries.push({ kind: 'added', ...line });
		at = hunk.beforeTo;
	}
	same(before.length);
	return entries;
}
