import { countCharacters } from '../../text/character-count.ts';
import { isCommonWord } from '../../text/guess-language.ts';
import type { Finding, Rule } from './rule.ts';

const where = { field: 'keyPoints' } as const;

/** Rules about what the key points say. */
export const keyPointRules: readonly Rule[] = [
	{
		check: 'key-points-few',
		find: ({ keyPoints }, { checks }) => {
			const least = checks.limit('key-points-few', 'least');
			const message =
				keyPoints.length === 1
					? `There is only one key point; at least ${least} is the rule here`
					: `There are only ${keyPoints.length} key points; at least ${least} is the rule here`;
			return keyPoints.length > 0 && keyPoints.length < least ? [{ where, message }] : [];
		},
	},
	{
		check: 'key-point-long',
		*find({ keyPoints }, { checks }): Generator<Finding> {
			const most = checks.limit('key-point-long');
			for (const [index, { text }] of keyPoints.entries()) {
				const count = countCharacters(text);
				if (count <= most) continue;
				yield { where, message: `Key point ${index + 1} has ${count} characters; at most ${most} is the rule here` };
			}
		},
	},
	{
		check: 'key-point-headline',
		*find({ headline, keyPoints }): Generator<Finding> {
			for (const [index, { text }] of keyPoints.entries())
				if (saysTheSame(text, headline)) yield { where, message: `Key point ${index + 1} repeats the headline` };
		},
	},
];

/** With fewer words, sharing most of them says little. */
const fewest = 4;

/** Whether two sentences have nearly all words in common; little words such as "the" do not count. */
function saysTheSame(one: string, other: string): boolean {
	const words = wordsOf(one);
	const others = wordsOf(other);
	if (words.size === 0 || others.size === 0) return false;
	const shared = [...words].filter((word) => others.has(word)).length;
	const all = words.size + others.size - shared;
	return shared === all || (Math.min(words.size, others.size) >= fewest && shared / all >= 0.8);
}

function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	return new Set(words.filter((word) => !isCommonWord(word)));
}
