import type { TextRun } from '../../../model/inline-html.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import type { TextStyle } from './marks.ts';
import type { StoryWriter } from './story-writer.ts';

/** What lists and tables need of the reader that they are read by. */
export interface ElementReader {
	readonly writer: StoryWriter;
	/** Reads what stands in an element, block by block. */
	readAll(nodes: readonly HtmlNode[], style: TextStyle): void;
	/** The words of elements as one line; lists in them are put aside into `lists` where it is given. */
	wordsOf(nodes: readonly HtmlNode[], style?: TextStyle, lists?: HtmlElement[]): TextRun[];
	/** What words inside an element are. */
	styleIn(element: HtmlElement, outer: TextStyle): TextStyle;
}
