import { z } from 'zod';
import { largestDocument } from '../document/reading/document-kinds.ts';
import type { LeftOut } from '../document/reading/left-out.ts';
import type { Block } from '../model/block.ts';
import type { OpenedArticle } from './articles.ts';
import { answers, command } from './define.ts';

/** Base64 takes a third more than the bytes. */
const documentMaxBytes = largestDocument * 1.4 + 10_000;

const file = z.strictObject({ name: z.string().min(1).max(400), base64: z.base64() });

/** What did not come along from a document. */
export interface LeftOutOfDocument {
	readonly leftOut: LeftOut;
	/** The sites whose pictures were left out. */
	readonly sites: readonly string[];
}

/** A document as a story can take it in; its pictures are in the newsroom. */
export interface ReadDocument extends LeftOutOfDocument {
	readonly headline: string;
	readonly standfirst: string;
	readonly blocks: readonly Block[];
}

export const documents = {
	/** Reads a Word, OpenDocument, Markdown, HTML or text file, and takes its pictures into the newsroom. */
	read: command(file, answers<ReadDocument>(), documentMaxBytes),
	/** Makes a draft of such a file. */
	open: command(file, answers<LeftOutOfDocument & { readonly story: OpenedArticle }>(), documentMaxBytes),
};
