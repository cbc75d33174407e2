import type { Article } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { FieldRef } from '../../model/problem.ts';
import { isCommonWord } from '../../text/guess-language.ts';
import { countWords } from '../../text/word-count.ts';
import { blockPictures, blockText } from '../blocks/index.ts';
import { isSaid, type NumberInText, numbersIn } from '../corrections/numbers-in.ts';
import { perLanguage } from '../per-language.ts';
import type { Finding, Rule } from './rule.ts';

/** What a block says, its pictures included; the box of key points says nothing of its own. */
const factsOf = perLanguage((block, language) => {
	const text = wordsOf(block);
	const vocabulary = new Set(text.toLowerCase().match(/[\p{L}\p{M}]{5,}/gu) ?? []);
	return { words: countWords(text), numbers: numbersIn(text, language), names: namesInside(text), vocabulary };
});

const wordsOf = (block: Block) =>
	[blockText(block), ...blockPictures(block).flatMap(({ caption, alt }) => [caption, alt])].join('\n');

/** Until so much is written, what is missing in the body is only not there yet. */
const fewestWords = 100;

/** Rules about facts that headline, standfirst and key points give otherwise than the body. */
export const factRules: readonly Rule[] = [
	{
		check: 'number-differs',
		*find(article): Generator<Finding> {
			const body = article.body.map((block) => factsOf(block, article.language));
			if (body.reduce((sum, { words }) => sum + words, 0) < fewestWords) return;
			const said: NumberInText[] = body.flatMap(({ numbers }) => numbers);
			for (const { text, name, where } of shortTexts(article)) {
				for (const number of numbersIn(text, article.language)) {
					if (!isCounted(number.of) || isSaid(number, said)) continue;
					// That a number is not in the body may be an editor's sum; that the body counts the same otherwise may not.
					const other = said.find(({ of }) => of === number.of);
					if (other === undefined) continue;
					yield { where, message: `${name} says “${number.phrase}”, and the body “${other.phrase}”` };
				}
			}
		},
	},
	{
		check: 'name-differs',
		*find(article): Generator<Finding> {
			// German writes every noun like a name.
			if (/^(?:de|lb)(?:-|$)/i.test(article.language)) return;
			const body = article.body.map((block) => factsOf(block, article.language));
			const said = new Set(body.flatMap(({ names }) => [...names]));
			for (const { text, name, where } of shortTexts(article)) {
				for (const word of namesIn(text)) {
					if (body.some(({ vocabulary }) => vocabulary.has(word.toLowerCase()))) continue;
					const alike = [...said].find((other) => isMisspelt(word, other));
					if (alike !== undefined) yield { where, message: `${name} says ${word}, and the body ${alike}` };
				}
			}
		},
	},
];

/** Whether a word behind a number is what it counts: a thing, and no little word of the sentence. */
function isCounted(word: string): boolean {
	return word === '%' || (word.length >= 4 && !isCommonWord(word));
}

function shortTexts({ headline, standfirst, keyPoints }: Article) {
	const texts: { text: string; name: string; where: FieldRef }[] = [
		{ text: headline, name: 'The headline', where: { field: 'headline' } },
		{ text: standfirst, name: 'The standfirst', where: { field: 'standfirst' } },
		...keyPoints.map(({ text }, index) => ({
			text,
			name: `Key point ${index + 1}`,
			where: { field: 'keyPoints' } as const,
		})),
	];
	return texts;
}

/** Words that are written large and long enough to be told from another by one letter. */
function namesIn(text: string): Set<string> {
	return new Set(text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{Ll}\p{M}]{4,}(?![\p{L}\p{M}])/gu) ?? []);
}

/** Those of them that stand inside a sentence, where only names are written large. */
function namesInside(text: string): string[] {
	return text.match(/(?<=[\p{Ll},;]\s)\p{Lu}[\p{Ll}\p{M}]{4,}(?![\p{L}\p{M}])/gu) ?? [];
}

/** So many letters at the end are grammar: "Marine" and "Marina", "Berlin" and "Berlins". */
const ending = 2;

/** Whether two names are one but for a letter inside: one more, another, or two in each other's place. */
function isMisspelt(one: string, other: string): boolean {
	const difference = one.length - other.length;
	if (Math.abs(difference) > 1) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	if (at === 0 || at >= Math.min(one.length, other.length) - ending) return false;
	if (difference === 1) return one.slice(at + 1) === other.slice(at);
	if (difference === -1) return one.slice(at) === other.slice(at + 1);
	if (one.slice(at + 1) === other.slice(at + 1)) return true;
	return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
