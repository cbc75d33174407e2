import mammoth from 'mammoth';
import { readHtml } from '#shared/document/reading/html/read-html.ts';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { damagedDocument } from './document-failure.ts';
import { unpack } from './unpack.ts';

/** Word's styles that say what a paragraph is, beside headings and lists. */
const styleMap = [
	"p[style-name='Title'] => p.title:fresh",
	"p[style-name='Subtitle'] => p.subtitle:fresh",
	"p[style-name='Quote'] => blockquote > p:fresh",
	"p[style-name='Quotations'] => blockquote > p:fresh",
	"p[style-name='Intense Quote'] => blockquote > p:fresh",
	"p[style-name='caption'] => figcaption:fresh",
	"p[style-name='Caption'] => figcaption:fresh",
	'u => span',
	'comment-reference => ',
];

/** Reads a .docx file. */
export async function readWord(name: string, bytes: Uint8Array): Promise<ReadStory> {
	const files = await unpack(name, bytes);
	if ((await files.read('word/document.xml')) === null) throw damagedDocument(name);
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		// Of outside files that a document names, none is read.
		const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, externalFileAccess: false });
		return readHtml(value, { whole: true });
	} catch {
		throw damagedDocument(name);
	}
}
