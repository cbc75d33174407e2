import type { Article } from '../../model/article.ts';
import { diffArticles } from '../diff/diff-articles.ts';
import type { BlockPart } from '../diff/diff-block.ts';
import type { TextPiece } from '../diff/diff-text.ts';

/** Words of a story that became others; one side is empty where words were only added or only taken out. */
export interface ChangedWords {
	readonly before: string;
	readonly after: string;
	/** The block that they stand in, where it is still there. */
	readonly block: string | null;
	/** Whether they begin a sentence, where every word is written large. */
	readonly isBeginning: boolean;
}

/** What changed of the texts that readers see, the body first, then what stands above it. */
export function changedWords(before: Article, after: Article): ChangedWords[] {
	const { fields, keyPoints, blocks } = diffArticles(before, after);
	const found: ChangedWords[] = [];
	for (const change of blocks) {
		if (change.kind !== 'changed') continue;
		for (const part of change.parts) {
			for (const pieces of piecesOf(part)) found.push(...replacements(pieces, change.after.id));
		}
	}
	for (const change of keyPoints) if (change.kind === 'changed') found.push(...replacements(change.pieces, null));
	for (const change of fields) {
		if (change.kind !== 'text' || (change.field !== 'headline' && change.field !== 'standfirst')) continue;
		found.push(...replacements(change.pieces, null));
	}
	return found;
}

function piecesOf(part: BlockPart): (readonly TextPiece[])[] {
	switch (part.kind) {
		case 'value':
			return [];
		case 'text':
			return [part.pieces];
		case 'entries':
			return part.entries.flatMap((entry) => (entry.kind === 'changed' ? entry.texts : []));
	}
}

/** Each stretch of a text in which words were taken out, put in, or both. */
function replacements(pieces: readonly TextPiece[], block: string | null): ChangedWords[] {
	const found: ChangedWords[] = [];
	let before = '';
	let after = '';
	let told = '';
	const end = () => {
		const [was, is] = [before.trim(), after.trim()];
		if (was !== is) found.push({ before: was, after: is, block, isBeginning: /(?:^|[.!?…]["'”’»)]*)\s*$/.test(told) });
		before = '';
		after = '';
	};
	for (const { kind, text } of pieces) {
		if (kind === 'removed') before += text;
		else if (kind === 'added') after += text;
		else if (/^\s+$/.test(text) && before + after !== '') {
			// Words on both sides of a mere space are one change to whoever reads.
			before += text;
			after += text;
			told += text;
		} else {
			end();
			told += text;
		}
	}
	end();
	return found;
}
