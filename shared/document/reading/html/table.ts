import { inlineText, type SafeHtml } from '../../../model/inline-html.ts';
import type { ElementReader } from './element-reader.ts';
import { headingLevel } from './elements.ts';
import { elementsIn, type HtmlElement } from './html-tree.ts';
import { htmlOf, withoutCommon } from './line.ts';
import type { TextStyle } from './marks.ts';

/** Spans of more columns or rows are read as so many. */
const widestSpan = 100;

/** Reads a table of facts as one; a table that only sets things side by side gives its content. */
export function readTable(reader: ElementReader, table: HtmlElement, style: TextStyle): void {
	const rows = [...rowsOf(table)];
	if (isLayout(table, rows)) {
		reader.readAll(table.children, style);
		reader.writer.endParagraph();
		return;
	}
	const { writer } = reader;
	const firstIsHead = rows[0] !== undefined && cellsOf(rows[0]).every((cell) => cell.tag === 'th');
	const read = trimmed(readCells(reader, rows, style));
	const caption = table.children.find((node) => typeof node !== 'string' && node.tag === 'caption');
	const words = caption ? inlineText(htmlOf(reader.wordsOf([caption], style))) : '';
	const [head = [], ...rest] = read;
	const filled = head.filter((cell) => cell.html !== '');
	const isHead = rest.length > 0 && filled.length > 0 && (firstIsHead || filled.every((cell) => cell.isBold));
	const cells = read.map((row, index) => row.map((cell) => (isHead && index === 0 ? cell.plain : cell.html)));
	if (read.length > 0) writer.addTable(isHead, cells, words.slice(0, 10_000));
	writer.endParagraph();
}

interface Cell {
	readonly html: SafeHtml;
	/** Without the bold that makes it a head. */
	readonly plain: SafeHtml;
	readonly isBold: boolean;
}
const emptyCell: Cell = { html: '', plain: '', isBold: false };

function readCells(reader: ElementReader, rows: readonly HtmlElement[], outer: TextStyle): Cell[][] {
	/** How many rows below a cell still stretches to, by column. */
	const reach: number[] = [];
	return rows.map((row) => {
		const cells: Cell[] = [];
		const skipReached = () => {
			while ((reach[cells.length] ?? 0) > 0) {
				reach[cells.length] = (reach[cells.length] ?? 0) - 1;
				cells.push(emptyCell);
			}
		};
		for (const element of cellsOf(row)) {
			skipReached();
			const down = spanOf(element.attributes.rowspan) - 1;
			const style = reader.styleIn(element, reader.styleIn(row, outer));
			const runs = reader.wordsOf(element.children, style);
			const plainRuns = withoutCommon(runs, 'strong');
			const [html, plain] = [htmlOf(runs), htmlOf(plainRuns)];
			for (let column = 0; column < spanOf(element.attributes.colspan); column += 1) {
				reach[cells.length] = down;
				cells.push(column === 0 ? { html, plain, isBold: html !== plain } : emptyCell);
			}
		}
		skipReached();
		return cells;
	});
}

/** Without rows and columns that are empty throughout, and every row as long as the longest. */
function trimmed(rows: readonly (readonly Cell[])[]): Cell[][] {
	const filled = rows.filter((row) => row.some((cell) => cell.html !== ''));
	const width = Math.max(0, ...filled.map((row) => row.length));
	const isFilled = Array.from({ length: width }, (_, column) => filled.some((row) => (row[column]?.html ?? '') !== ''));
	return filled.map((row) => isFilled.flatMap((keep, column) => (keep ? [row[column] ?? emptyCell] : [])));
}

function spanOf(span: string | undefined): number {
	const number = Number.parseInt(span ?? '1', 10);
	return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), widestSpan);
}

function* rowsOf(table: HtmlElement): Generator<HtmlElement> {
	for (const child of table.children) {
		if (typeof child === 'string') continue;
		if (child.tag === 'tr') yield child;
		else if (/^t(?:head|body|foot)$/.test(child.tag)) yield* rowsOf(child);
	}
}

function cellsOf(row: HtmlElement): HtmlElement[] {
	return row.children.flatMap((child) => (typeof child !== 'string' && /^t[dh]$/.test(child.tag) ? [child] : []));
}

function isLayout(table: HtmlElement, rows: readonly HtmlElement[]): boolean {
	if (/^(?:presentation|none)$/.test(table.attributes.role ?? '')) return true;
	if (rows.length === 0 || (rows.length === 1 && cellsOf(rows[0] ?? table).length <= 1)) return true;
	for (const element of elementsIn(table)) {
		if (headingLevel(element) !== null || /^(?:table|blockquote|hr|pre|figure)$/.test(element.tag)) return true;
	}
	return false;
}
