import { documentEnding } from '#shared/document/reading/document-kinds.ts';
import { readHtml } from '#shared/document/reading/html/read-html.ts';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { readText } from '#shared/document/reading/text/read-text.ts';
import { decodeText } from './decode-text.ts';
import { protectedDocument, unknownDocument } from './document-failure.ts';
import { readOpenDocument } from './odt/read-open-document.ts';
import { readMarkdownFile } from './read-markdown-file.ts';
import { readWord } from './read-word.ts';

/** Reads a document of an office or an editor as a whole. One that cannot be read is a `FailureError` that says why. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<ReadStory> {
	switch (documentEnding(name)) {
		case 'docx':
		case 'docm':
			// What Microsoft's offices wrote before they packed their files; today it holds what has a password.
			if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0') throw protectedDocument(name);
			return await readWord(name, bytes);
		case 'odt':
			return await readOpenDocument(name, bytes);
		case 'md':
		case 'markdown':
			return readMarkdownFile(decodeText(bytes));
		case 'html':
		case 'htm':
		case 'xhtml':
			return readHtml(decodeText(bytes, true), { whole: true });
		case 'txt':
		case 'text':
			return readText(decodeText(bytes), { whole: true });
		case null:
			throw unknownDocument(name);
	}
}
