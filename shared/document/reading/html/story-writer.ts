import { type Block, Block as BlockSchema } from '../../../model/block.ts';
import { inlineText, makeRun, type SafeHtml, type TextRun } from '../../../model/inline-html.ts';
import type { LeftOutKind } from '../left-out.ts';
import type { FoundPicture } from '../read-story.ts';
import { htmlOf, Line, withoutCommon } from './line.ts';
import { type FlatItem, nestItems, type WholeList } from './lists.ts';

type Written<B> = B extends Block ? Omit<B, 'id'> : never;

/** What the paragraph that is being read is, besides a paragraph. */
export interface ParagraphKind {
	/** An item of a list that its program wrote as a paragraph. */
	readonly item?: Omit<FlatItem, 'html'>;
	readonly isQuote?: boolean;
}

/** The model's longest inline HTML is 200,000 characters. */
const longest = 200_000;
/** A line that begins so is an item of a list that somebody typed. */
const typedBullet = /^[•◦▪‣⁃●○■]\s*(?=\S)/;

/** Takes down what is read as the blocks of a story, each held against the model. */
export class StoryWriter {
	readonly blocks: (Block | FoundPicture)[] = [];
	readonly leftOut: Partial<Record<LeftOutKind, number>> = {};
	/** The words of the paragraph that is being read. */
	readonly line = new Line();
	/** The levels of headings as the document has them, by the block. */
	readonly headings = new Map<Block | FoundPicture, number>();
	readonly subtitles = new Set<Block | FoundPicture>();
	private items: FlatItem[] = [];
	private pictures: FoundPicture[] = [];

	count(kind: LeftOutKind): void {
		this.leftOut[kind] = (this.leftOut[kind] ?? 0) + 1;
	}

	/** Ends the paragraph that is being read, if it has words. */
	endParagraph(kind: ParagraphKind = {}): void {
		const runs = this.line.take();
		if (runs.length > 0) {
			if (kind.item) this.addItem(kind.item, runs);
			else if (linesOf(runs).every((line) => typedBullet.test(textOf(line)))) this.addTypedItems(runs);
			else if (kind.isQuote) this.addQuote(runs);
			else this.addParagraph(runs);
		}
		this.addPictures();
	}

	/** A picture comes after the paragraph, list or table that it stands in. */
	holdPicture(picture: FoundPicture): void {
		this.pictures.push(picture);
	}

	private addPictures(): void {
		if (this.pictures.length === 0) return;
		this.endItems();
		this.blocks.push(...this.pictures.splice(0));
	}

	addItem(item: Omit<FlatItem, 'html'>, runs: readonly TextRun[]): void {
		for (const html of piecesOf(runs)) this.items.push({ ...item, html });
	}

	private addTypedItems(runs: readonly TextRun[]): void {
		for (const line of linesOf(runs)) {
			const bullet = typedBullet.exec(textOf(line))?.[0] ?? '';
			this.addItem({ level: 1, ordered: false, list: 'typed' }, from(line, bullet.length));
		}
	}

	private endItems(): void {
		for (const list of nestItems(this.items.splice(0))) this.push({ type: 'list', ...list });
	}

	addParagraph(runs: readonly TextRun[]): void {
		for (const html of piecesOf(runs)) this.add({ type: 'paragraph', html });
	}

	addSubhead(runs: readonly TextRun[], level: number): void {
		const html = htmlOf(withoutCommon(runs, 'strong'));
		if (html === '') return;
		const block = html.length > longest ? null : this.add({ type: 'subhead', level: 2, html });
		if (block) this.headings.set(block, level);
		else this.addParagraph(runs);
	}

	addQuote(runs: readonly TextRun[]): void {
		for (const html of piecesOf(runs)) this.add({ type: 'quote', html, attribution: '' });
	}

	addList(list: WholeList): void {
		if (list.items.length > 0) this.add({ type: 'list', ...list });
		this.addPictures();
	}

	addTable(headerRow: boolean, rows: SafeHtml[][], caption: string): void {
		this.add({ type: 'table', headerRow, rows, caption, align: [] });
		this.addPictures();
	}

	addDivider(): void {
		this.endParagraph();
		this.endItems();
		const last = this.blocks.at(-1);
		if (last && last.type !== 'divider') this.add({ type: 'divider' });
	}

	/** Adds blocks that another writer took down. */
	addAll(blocks: readonly (Block | FoundPicture)[]): void {
		for (const block of blocks) {
			if (block.type === 'found') {
				this.endItems();
				this.blocks.push(block);
			} else this.add(block);
		}
	}

	/** Ends what is still open. */
	end(): void {
		this.endParagraph();
		this.endItems();
		while (this.blocks.at(-1)?.type === 'divider') this.blocks.pop();
	}

	private add(block: Written<Block>): Block | null {
		this.endItems();
		return this.push(block);
	}

	/** What the model refuses is kept as paragraphs. */
	private push(block: Written<Block>): Block | null {
		const parsed = BlockSchema.safeParse({ ...block, id: `b${this.blocks.length + 1}` });
		if (parsed.success) {
			this.blocks.push(parsed.data);
			return parsed.data;
		}
		if (block.type === 'table') {
			for (const row of block.rows)
				this.addParagraph([
					makeRun(
						row
							.map(inlineText)
							.filter((cell) => cell !== '')
							.join(' '),
						[],
					),
				]);
		}
		return null;
	}
}

/** Runs as pieces of inline HTML that the model can hold. */
export function piecesOf(runs: readonly TextRun[]): SafeHtml[] {
	const html = htmlOf(runs);
	if (html.length <= longest) return html === '' ? [] : [html];
	const length = runs.reduce((sum, run) => sum + run.text.length, 0);
	const text = textOf(runs);
	const space = text.indexOf(' ', Math.floor(length / 2));
	const middle = space < 0 ? Math.floor(length / 2) : space;
	return [...piecesOf(upTo(runs, middle)), ...piecesOf(from(runs, middle))];
}

function textOf(runs: readonly TextRun[]): string {
	return runs.map((run) => run.text).join('');
}

/** Runs by the lines of their block. */
function linesOf(runs: readonly TextRun[]): TextRun[][] {
	const lines: TextRun[][] = [[]];
	for (const run of runs) {
		for (const [index, text] of run.text.split('\n').entries()) {
			if (index > 0) lines.push([]);
			if (text !== '') lines.at(-1)?.push({ ...run, text });
		}
	}
	return lines;
}

function upTo(runs: readonly TextRun[], end: number): TextRun[] {
	let place = 0;
	return runs.flatMap((run) => {
		const text = run.text.slice(0, Math.max(0, end - place));
		place += run.text.length;
		return text === '' ? [] : [{ ...run, text }];
	});
}

function from(runs: readonly TextRun[], start: number): TextRun[] {
	let place = 0;
	return runs.flatMap((run) => {
		const text = run.text.slice(Math.max(0, start - place));
		place += run.text.length;
		return text === '' ? [] : [{ ...run, text }];
	});
}
