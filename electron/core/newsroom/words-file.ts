import { join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { changeWords, type ListedWord, readWords, type WordList } from '#shared/model/word-list.ts';
import { atomicCreate, atomicWrite } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import type { NewsroomPath } from '../disk/newsroom-path.ts';
import { readText, textBytes } from '../json/parsed-file.ts';

/** The newsroom's word list in its folder. */
export const wordsFile = 'words.txt';

/** Reads the word list. One that cannot be read keeps nobody from the stories: it is empty, and says why. */
export async function readWordList(disk: FileSystem, path: NewsroomPath): Promise<WordList> {
	try {
		const bytes = await disk.readFile(join(path, wordsFile));
		const read = readText(bytes);
		if (read.kind === 'text') return { words: readWords(read.text), problem: null };
		const place = read.line === null ? '' : ` on line ${read.line}`;
		return { words: [], problem: `${wordsFile} is damaged${place}. ${read.reason} Mend it in a text editor.` };
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		if (code === 'ENOENT') return { words: [], problem: null };
		return { words: [], problem: `${wordsFile} cannot be read (${code}). Check the file's permissions and the disk.` };
	}
}

/** Adds words to the list and removes others, as its file holds it at this moment; durable once it returns. */
export async function changeWordList(
	disk: FileSystem,
	path: NewsroomPath,
	add: readonly ListedWord[],
	remove: readonly ListedWord[],
): Promise<WordList> {
	const { problem } = await readWordList(disk, path);
	if (problem !== null) throw new FailureError('newsroom-unusable', problem, join(path, wordsFile));
	const file = join(path, wordsFile);
	try {
		const bytes = await disk.readFile(file).catch((error: unknown) => {
			if (errorCode(error) === 'ENOENT') return null;
			throw error;
		});
		const before = bytes === null ? null : readText(bytes);
		const like = before?.kind === 'text' ? before : { text: '', hasMark: false, hasCrlf: false };
		const text = like.text.replaceAll('\r\n', '\n');
		const next = changeWords(text, add, remove);
		if (next !== text) await (bytes === null ? atomicCreate : atomicWrite)(disk, file, textBytes(next, like));
		return { words: readWords(next), problem: null };
	} catch (error) {
		throw diskFailure(error, 'save', wordsFile);
	}
}
