import { inlineText, type TextRun } from '../../../model/inline-html.ts';
import { toLine } from '../../../model/text.ts';
import type { ElementReader } from './element-reader.ts';
import {
	headingLevel,
	isBlock,
	isCommentText,
	isList,
	isNoteNumber,
	isWayBack,
	leftOutKind,
	tickBox,
} from './elements.ts';
import { asCharacter, foundPicture } from './found-picture.ts';
import { type HtmlElement, type HtmlNode, hasClass } from './html-tree.ts';
import { Line } from './line.ts';
import { readList } from './list-elements.ts';
import { plainStyle, type TextStyle, textStyleIn } from './marks.ts';
import { type ParagraphKind, piecesOf, StoryWriter } from './story-writer.ts';
import { isHidden, type Style, type StyleSheet, styleOf } from './style.ts';
import { readTable } from './table.ts';
import { wordItem } from './word-list.ts';

/** What holds where a block stands, and what inside it. */
interface Around {
	readonly outer: TextStyle;
	readonly inner: TextStyle;
	readonly kind: ParagraphKind;
}

/** Reads a tree of HTML, element by element, into the blocks of a story. */
export class HtmlReader implements ElementReader {
	private inForm = false;
	private inNotes = false;
	/** Who is quoted, inside of a quote that says so. */
	private attribution: string | null = null;
	private inQuote = false;
	private inPullquote = false;

	constructor(
		private readonly sheet: StyleSheet,
		readonly writer = new StoryWriter(),
	) {}

	/** Reads what stands in an element, block by block. */
	readAll(nodes: readonly HtmlNode[], style: TextStyle = plainStyle, kind: ParagraphKind = {}): void {
		for (const node of nodes) {
			if (typeof node === 'string') this.readText(node, style, kind);
			else this.readElement(node, style, kind);
		}
	}

	private readText(text: string, style: TextStyle, kind: ParagraphKind): void {
		for (const [index, line] of (style.keepsBreaks ? text.split(/\r\n?|\n/) : [text]).entries()) {
			if (index > 0) this.writer.endParagraph(kind);
			this.writer.line.add(line, style);
		}
	}

	private readElement(element: HtmlElement, outer: TextStyle, kind: ParagraphKind): void {
		const { writer } = this;
		const { tag, children } = element;
		const style = styleOf(element, this.sheet);
		if (this.isSkipped(element, style)) return;
		const inner = textStyleIn(element, style, outer);
		if (tag === 'br') this.readBreak(kind);
		else if (tag === 'img') this.readPicture(element, outer, writer.line);
		else if (this.inQuote && (tag === 'cite' || tag === 'footer')) this.readAttribution(children, inner);
		else if (isBlock(element, style) || tag === 'blockquote') this.readBlock(element, style, { outer, inner, kind });
		else this.readInline(element, () => this.readAll(children, inner, kind), writer.line, inner);
	}

	/** One break is a line of its paragraph, two part paragraphs. */
	private readBreak(kind: ParagraphKind): void {
		const { line } = this.writer;
		if (line.endsLine) this.writer.endParagraph(kind);
		else line.break();
	}

	private readBlock(element: HtmlElement, style: Style, { outer, inner, kind }: Around): void {
		const { writer } = this;
		const { tag } = element;
		writer.endParagraph(kind);
		const level = headingLevel(element);
		if (tag === 'hr') {
			if (!this.inNotes) writer.addDivider();
		} else if (level !== null || isTitle(element)) {
			this.readHeading(element, level ?? 1, outer);
		} else if (isList(element)) {
			readList(this, element, inner);
		} else if (tag === 'table') {
			readTable(this, element, inner);
		} else if (tag === 'blockquote') {
			this.readQuote(element, inner);
		} else if (tag === 'figure') {
			this.readFigure(element, inner, kind);
		} else if (!this.captionOf(element, inner)) {
			this.readPlainBlock(element, style, inner, kind);
		}
	}

	/** A caption below a picture is its own; any other is a paragraph. */
	private captionOf(element: HtmlElement, style: TextStyle): boolean {
		const { blocks } = this.writer;
		const last = blocks.at(-1);
		if (element.tag !== 'figcaption' && !hasClass(element, /^MsoCaption$/i)) return false;
		if (last?.type !== 'found' || last.caption !== '') return false;
		const caption = this.plainWords(element.children, style);
		if (caption.length > 9000) return false;
		blocks[blocks.length - 1] = { ...last, caption };
		return true;
	}

	private readPlainBlock(element: HtmlElement, style: Style, inner: TextStyle, outerKind: ParagraphKind): void {
		const { writer } = this;
		const item = wordItem(element, style, this.sheet);
		if (item) {
			writer.addItem(item, this.wordsOf(element.children, inner));
			writer.endParagraph();
			return;
		}
		const isQuote = hasClass(element, /^Mso(?:Intense)?Quote$/i);
		const loose = element.tag === 'li' ? { item: { level: 1, ordered: false, list: 'loose' } } : null;
		const kind = loose ?? (isQuote ? { isQuote } : outerKind);
		const before = writer.blocks.length;
		const [wasInForm, wasInNotes] = [this.inForm, this.inNotes];
		if (element.tag === 'form' && !wasInForm) writer.count('form');
		this.inForm ||= element.tag === 'form';
		this.inNotes ||= /^(?:foot|end)note-list/.test(style['mso-element'] ?? '');
		this.readAll(element.children, inner, kind);
		writer.endParagraph(kind);
		[this.inForm, this.inNotes] = [wasInForm, wasInNotes];
		const [first] = writer.blocks.slice(before);
		if (first && hasClass(element, /^(?:mso)?subtitle$/i)) writer.subtitles.add(first);
	}

	/** What words inside an element are. */
	styleIn(element: HtmlElement, outer: TextStyle): TextStyle {
		return textStyleIn(element, styleOf(element, this.sheet), outer);
	}

	private readHeading(element: HtmlElement, level: number, outer: TextStyle): void {
		this.writer.addSubhead(this.wordsOf(element.children, outer), level);
		this.writer.endParagraph();
	}

	/** The words of an element as one line; its pictures are held until the block is written. */
	wordsOf(nodes: readonly HtmlNode[], style: TextStyle = plainStyle, lists?: HtmlElement[]): TextRun[] {
		const line = new Line();
		this.gather(nodes, style, line, lists);
		return line.take();
	}

	/** The same without marks and line breaks. */
	private plainWords(nodes: readonly HtmlNode[], style: TextStyle): string {
		return toLine(inlineText(piecesOf(this.wordsOf(nodes, style)).join(' ')));
	}

	private gather(nodes: readonly HtmlNode[], style: TextStyle, line: Line, lists?: HtmlElement[]): void {
		for (const node of nodes) {
			if (typeof node === 'string') {
				line.add(node, style);
				continue;
			}
			const set = styleOf(node, this.sheet);
			if (node.tag === 'button') this.gather(node.children, style, line, lists);
			else if (this.isSkipped(node, set)) continue;
			else if (node.tag === 'br') line.break();
			else if (node.tag === 'img') this.readPicture(node, style, line);
			else if (lists && isList(node)) lists.push(node);
			else {
				const inner = textStyleIn(node, set, style);
				const breaks = isBlock(node, set) || node.tag === 'blockquote';
				const end = () => (node.tag === 'p' ? line.break() : line.part());
				if (breaks) end();
				this.readInline(node, () => this.gather(node.children, inner, line, lists), line, inner);
				if (breaks) end();
			}
		}
	}

	private readInline(element: HtmlElement, readChildren: () => void, line: Line, style: TextStyle): void {
		const box = tickBox(element);
		if (box !== null) line.add(`${box} `, style);
		if (element.tag === 'q') line.add('“', style);
		readChildren();
		if (element.tag === 'q') line.add('”', style);
		if (isNoteNumber(element)) line.part();
	}

	private readPicture(element: HtmlElement, style: TextStyle, line: Line): void {
		const character = asCharacter(element);
		const picture = character === null ? foundPicture(element) : null;
		if (character !== null) line.add(character, style);
		if (picture) this.writer.holdPicture(picture);
	}

	/** Whether an element is hidden, or something that a story cannot hold, which is counted. */
	private isSkipped(element: HtmlElement, style: Style): boolean {
		if (isHidden(element, style) || isWayBack(element) || isCommentText(element)) return true;
		if (tickBox(element) !== null) return false;
		const kind = leftOutKind(element);
		if (kind === null) return false;
		const isPartOfForm = this.inForm && (kind === 'form' || kind === 'button');
		if (!isPartOfForm && element.attributes.type?.toLowerCase() !== 'hidden') this.writer.count(kind);
		return true;
	}

	private readQuote(element: HtmlElement, style: TextStyle): void {
		const inner = new HtmlReader(this.sheet);
		inner.inQuote = true;
		inner.inForm = this.inForm;
		inner.readAll(element.children, style, { isQuote: true });
		inner.writer.endParagraph({ isQuote: true });
		inner.writer.end();
		const isPull = this.inPullquote || hasClass(element, /pull-?quote/i);
		const blocks = inner.writer.blocks.map((block) =>
			block.type === 'quote' && isPull ? { ...block, type: 'pullquote' as const } : block,
		);
		this.take(inner, blocks);
		if (inner.attribution) this.attribute(inner.attribution);
	}

	/** Takes over what another reader read of a part of the document. */
	take(inner: HtmlReader, blocks = inner.writer.blocks): void {
		this.writer.addAll(blocks);
		for (const [kind, count] of Object.entries(inner.writer.leftOut)) {
			for (let times = 0; times < count; times += 1) this.writer.count(kind as keyof typeof inner.writer.leftOut);
		}
	}

	private readAttribution(nodes: readonly HtmlNode[], style: TextStyle): void {
		const words = this.plainWords(nodes, style).replace(/^\s*[—–-]\s*/, '');
		this.attribution = [this.attribution, words].filter(Boolean).join(', ');
	}

	/** Writes who is quoted into the quote before, or as a paragraph where there is none. */
	private attribute(words: string): void {
		const last = this.writer.blocks.at(-1);
		const line = toLine(words);
		if (last && (last.type === 'quote' || last.type === 'pullquote') && last.attribution === '' && line.length < 1000) {
			last.attribution = line;
		} else {
			this.writer.line.add(line, plainStyle);
			this.writer.endParagraph();
		}
	}

	private readFigure(element: HtmlElement, style: TextStyle, kind: ParagraphKind): void {
		const { writer } = this;
		const isCaption = (node: HtmlNode) => typeof node !== 'string' && node.tag === 'figcaption';
		const before = writer.blocks.length;
		this.inPullquote = hasClass(element, /pull-?quote/i);
		this.readAll(
			element.children.filter((node) => !isCaption(node)),
			style,
			kind,
		);
		writer.endParagraph(kind);
		this.inPullquote = false;
		const captions = element.children.filter(isCaption);
		const words = this.plainWords(captions, style);
		const last = writer.blocks.at(-1);
		if (words === '') return;
		if (last?.type === 'found' && writer.blocks.length > before && words.length < 10_000) {
			writer.blocks[writer.blocks.length - 1] = { ...last, caption: words };
		} else if (
			last?.type === 'table' &&
			writer.blocks.length > before &&
			last.caption === '' &&
			words.length < 10_000
		) {
			last.caption = words;
		} else if (last && writer.blocks.length > before && /quote$/.test(last.type)) {
			this.attribute(words.replace(/^[—–-]\s*/, ''));
		} else {
			this.readAll(
				captions.flatMap((node) => (typeof node === 'string' ? [] : node.children)),
				style,
				kind,
			);
			writer.endParagraph(kind);
		}
	}
}

function isTitle(element: HtmlElement): boolean {
	return element.tag === 'p' && hasClass(element, /^(?:mso)?title$/i);
}
