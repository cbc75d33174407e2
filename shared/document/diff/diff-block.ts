import type { Block, ListItem } from '../../model/block.ts';
import { inlineText } from '../inline-html.ts';
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

/** One part of a block that changed. */
export type BlockPart =
	| {
			readonly kind: 'text';
			readonly part: 'html' | 'attribution' | 'alt' | 'caption' | 'credit' | 'title';
			readonly before: string;
			readonly after: string;
			readonly pieces: readonly TextPiece[];
	  }
	| {
			readonly kind: 'value';
			readonly part: 'type' | 'level' | 'ordered' | 'headerRow' | 'media' | 'focus' | 'url';
			readonly before: string | number | boolean | null;
			readonly after: string | number | boolean | null;
	  }
	| {
			readonly kind: 'entries';
			readonly part: 'items' | 'rows' | 'images';
			readonly entries: readonly EntryChange[];
	  };

const textParts = ['html', 'attribution', 'alt', 'caption', 'credit', 'title'] as const;
const valueParts = ['level', 'ordered', 'headerRow', 'media', 'focus', 'url'] as const;

/** What changed inside a block; empty when nothing but its id did. */
export function diffBlock(before: Block, after: Block): BlockPart[] {
	const parts: BlockPart[] = [];
	if (before.type !== after.type) parts.push({ kind: 'value', part: 'type', before: before.type, after: after.type });
	const was: Readonly<Record<string, unknown>> = before;
	const is: Readonly<Record<string, unknown>> = after;
	for (const part of valueParts) {
		const [a, b] = [plainValue(was[part]), plainValue(is[part])];
		if (a !== b) parts.push({ kind: 'value', part, before: a, after: b });
	}
	for (const part of textParts) {
		const [a, b] = [was[part], is[part]];
		const [oldText, newText] = [typeof a === 'string' ? a : '', typeof b === 'string' ? b : ''];
		if (oldText === newText) continue;
		const pieces = diffText(oldText, newText, part === 'html' ? 'inline' : 'plain');
		parts.push({ kind: 'text', part, before: oldText, after: newText, pieces });
	}
	for (const part of ['items', 'rows', 'images'] as const) {
		const [oldLines, newLines] = [linesOf(before, part), linesOf(after, part)];
		if (isSameValue(oldLines, newLines)) continue;
		parts.push({
			kind: 'entries',
			part,
			entries: diffLines(oldLines, newLines, part === 'images' ? 'plain' : 'inline'),
		});
	}
	return parts;
}

/** A list's lines, a table's rows or a gallery's pictures, as a comparison with themselves would hold them. */
export function entriesOf(block: Block): EntryChange[] {
	return (['items', 'rows', 'images'] as const).flatMap((part) =>
		linesOf(block, part).map((line): EntryChange => ({ kind: 'same', ...line })),
	);
}

/** Every word of a block that readers see, with a space between its parts. */
export function wordsOfBlock(block: Block): string {
	const read: Readonly<Record<string, unknown>> = block;
	const texts = textParts.map((part) => {
		const text = read[part];
		return typeof text !== 'string' ? '' : part === 'html' ? inlineText(text) : text;
	});
	const media = 'media' in block ? block.media : 'url' in block ? block.url : '';
	const lines = (['items', 'rows', 'images'] as const).flatMap((part) =>
		linesOf(block, part).flatMap((line) => line.texts),
	);
	return [media, ...texts, ...lines.map(inlineText)].filter((text) => text !== '').join(' ');
}

function plainValue(value: unknown): string | number | boolean | null {
	if (value === undefined || value === null) return null;
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	return JSON.stringify(value);
}

interface Line {
	readonly depth: number;
	readonly ordered: boolean | null;
	readonly texts: readonly string[];
}

function linesOf(block: Block, part: 'items' | 'rows' | 'images'): Line[] {
	if (part === 'items' && block.type === 'list') return itemLines(block.items, 0, null);
	if (part === 'rows' && block.type === 'table')
		return block.rows.map((row) => ({ depth: 0, ordered: null, texts: row }));
	if (part === 'images' && block.type === 'gallery') {
		return block.images.map(({ media, alt, caption, credit }) => ({
			depth: 0,
			ordered: null,
			texts: [media, alt, caption, credit],
		}));
	}
	return [];
}

function itemLines(items: readonly ListItem[], depth: number, ordered: boolean | null): Line[] {
	return items.flatMap((item) => [
		{ depth, ordered, texts: [item.html] },
		...(item.children === null ? [] : itemLines(item.children.items, depth + 1, item.children.ordered)),
	]);
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
