import type { Article } from '../../model/article.ts';
import type { FieldRef } from '../../model/problem.ts';
import { unspaced } from '../../text/unspaced.ts';
import { blockText } from '../blocks/index.ts';
import { splitWords } from '../diff/split-words.ts';
import { changedWords } from './changed-texts.ts';
import { isNumberWord } from './number-words.ts';

/** A place of a story that still says what was true before. */
export interface StillSaid {
	/** What it says, as it was written before. */
	readonly fact: string;
	readonly where: FieldRef;
	/** The text that says it. */
	readonly text: string;
}

/** More is no longer a list that somebody reads. */
const mostFacts = 20;

/**
 * The numbers, names and dates that the later version no longer says where the earlier did, as they were written. A name is
 * what is written large inside a sentence; in a script without capitals every word that was replaced counts.
 */
export function changedFacts(before: Article, after: Article): string[] {
	const facts = new Map<string, string>();
	for (const change of changedWords(before, after)) {
		const stays = new Set(splitWords(change.after).map((word) => word.toLowerCase()));
		for (const fact of factsOf(change.before, change.isBeginning)) {
			if (!stays.has(fact.toLowerCase())) facts.set(fact.toLowerCase(), fact);
		}
	}
	return [...facts.values()].slice(0, mostFacts);
}

/** The facts of a text; names that stand side by side are one. */
function factsOf(text: string, isBeginning: boolean): string[] {
	const facts: string[] = [];
	let name = '';
	const end = () => {
		if (name !== '') facts.push(name.trim());
		name = '';
	};
	let isFirst = isBeginning;
	for (const word of splitWords(text)) {
		if (/^\s+$/.test(word)) {
			if (name !== '') name += word;
			continue;
		}
		if (/\p{N}/u.test(word) || isNumberWord(word)) {
			end();
			facts.push(word);
		} else if ((/^\p{Lu}/u.test(word) && !isFirst) || /^\p{Lo}/u.test(word)) name += word;
		else end();
		isFirst = /^[.!?…]$/.test(word);
	}
	end();
	return facts;
}

/** Where a story still says any of these facts, from the headline down to the last block. */
export function stillSaid(article: Article, facts: readonly string[]): StillSaid[] {
	const found: StillSaid[] = [];
	const look = (text: string, where: FieldRef) => {
		for (const fact of facts) if (says(text, fact)) found.push({ fact, where, text });
	};
	look(article.headline, { field: 'headline' });
	look(article.standfirst, { field: 'standfirst' });
	for (const { text } of article.keyPoints) look(text, { field: 'keyPoints' });
	for (const block of article.body) look(blockText(block), { field: 'block', block: block.id });
	return found;
}

/** Whether a text says a fact, in whole words; a number without regard to case, and a name as it is written. */
export function says(text: string, fact: string): boolean {
	// "US" is not "us".
	const isName = /\p{Lu}/u.test(fact) && !isNumberWord(fact);
	const [words, inside] = isName ? [fact, text] : [fact.toLowerCase(), text.toLowerCase()];
	if (unspaced.test(words)) return inside.includes(words);
	for (let at = inside.indexOf(words); at !== -1; at = inside.indexOf(words, at + 1)) {
		// Neither "11" nor "1.5" says "1" or "5".
		const isBegun = /(?:[\p{L}\p{N}\p{M}]|\p{N}[.,])$/u.test(inside.slice(0, at));
		const isUnended = /^(?:[\p{L}\p{N}\p{M}]|[.,]\p{N})/u.test(inside.slice(at + words.length));
		if (!isBegun && !isUnended) return true;
	}
	return false;
}
