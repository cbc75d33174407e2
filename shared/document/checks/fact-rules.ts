import type { Article } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { FieldRef } from '../../model/problem.ts';
import { isCommonWord } from '../../text/guess-language.ts';
import { countWords } from '../../text/word-count.ts';
import { blockPictures, blockText } from '../blocks/index.ts';
import { isSaid, numbersIn } from '../corrections/numbers-in.ts';
import { perBlock } from '../per-block.ts';
import { perLanguage } from '../per-language.ts';
import type { Finding, Rule } from './rule.ts';

/** What a block says, its pictures included; the box of key points says nothing of its own. */
const numbersOf = perLanguage((block, language) => numbersIn(wordsOf(block), language));
const countOf = perBlock((block) => countWords(blockText(block)));
const namesOf = perBlock((block) => namesInside(wordsOf(block)));
const vocabularyOf = perBlock(
	(block) =>
		new Set(
			wordsOf(block)
				.toLowerCase()
				.match(/[\p{L}\p{M}]{5,}/gu) ?? [],
		),
);

const wordsOf = (block: Block) =>
	[blockText(block), ...blockPictures(block).flatMap(({ caption, alt }) => [caption, alt])].join('\n');

/** Until so much is written, what is missing in the body is only not there yet. */
const fewestWords = 100;

/** Rules about facts that headline, standfirst and key points give otherwise than the body. */
export const factRules: readonly Rule[] = [
	{
		check: 'number-differs',
		*find({ body, language, ...article }): Generator<Finding> {
			const given = shortTexts(article).flatMap(({ text, ...of }) =>
				numbersIn(text, language).map((number) => ({ number, ...of })),
			);
			if (given.length === 0 || body.reduce((sum, block) => sum + countOf(block), 0) < fewestWords) return;
			const said = body.flatMap((block) => numbersOf(block, language));
			for (const { number, name, where } of given) {
				if (!isCounted(number.of) || isSaid(number, said)) continue;
				// That a number is not in the body may be an editor's sum; that the body counts the same otherwise may not.
				const other = said.find(({ of }) => of === number.of);
				if (other === undefined) continue;
				yield { where, message: `${name} says “${number.phrase}”, and the body “${other.phrase}”` };
			}
		},
	},
	{
		check: 'name-differs',
		*find(article): Generator<Finding> {
			// German writes every noun like a name.
			if (/^(?:de|lb)(?:-|$)/i.test(article.language)) return;
			const said = new Set(article.body.flatMap(namesOf));
			for (const { text, name, where } of shortTexts(article)) {
				for (const word of namesIn(text)) {
					if (said.has(word)) continue;
					const alike = [...said].find((other) => isMisspelt(word, other));
					if (alike === undefined) continue;
					// A word that the body also writes small is no name.
					if (article.body.some((block) => vocabularyOf(block).has(word.toLowerCase()))) continue;
					yield { where, message: `${name} says ${word}, and the body ${alike}` };
				}
			}
		},
	},
];

/** Whether a word behind a number is what it counts: a thing, and no little word of the sentence. */
function isCounted(word: string): boolean {
	return word === '%' || (word.length >= 4 && !isCommonWord(word));
}

function shortTexts({ headline, standfirst, keyPoints }: Pick<Article, 'headline' | 'standfirst' | 'keyPoints'>) {
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
