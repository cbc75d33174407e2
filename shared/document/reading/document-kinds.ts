/** The ends of the names of documents that can be read. */
export const documentEndings = [
	'docx',
	'docm',
	'odt',
	'md',
	'markdown',
	'html',
	'htm',
	'xhtml',
	'txt',
	'text',
] as const;
export type DocumentEnding = (typeof documentEndings)[number];

/** A document can have so many bytes. */
export const largestDocument = 25 * 1024 * 1024;

/** By what the name of a file ends; null for one that is no document. */
export function documentEnding(name: string): DocumentEnding | null {
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	return documentEndings.find((one) => one === ending) ?? null;
}

/** Why a file is not read that is no document. */
export function notReadWords(name: string): string {
	if (/\.doc$/i.test(name))
		return `“${name}” is in the format that Word had until 2003. Save it as .docx, and choose that file.`;
	return `Galley does not read “${name}”. Choose a Word (.docx), OpenDocument (.odt), Markdown (.md), HTML or text file.`;
}

/** Why a file is not read that is too large, or unpacks to more than a document has. */
export function tooLargeWords(name: string): string {
	return `“${name}” is too large to be read. Save its pictures smaller, or copy its text and paste it.`;
}
