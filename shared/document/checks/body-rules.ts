import type { Article } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { addSigns, languageSigns, otherLanguage } from '../../text/guess-language.ts';
import { languageName } from '../../text/language-name.ts';
import { hasReadingEase, readingCounts, readingEase, sentencesOf } from '../../text/reading-ease.ts';
import { unclosedSigns } from '../../text/unclosed.ts';
import { countWords } from '../../text/word-count.ts';
import { blockText } from '../blocks/index.ts';
import { perBlock } from '../per-block.ts';
import { perLanguage } from '../per-language.ts';
import type { Finding, Rule } from './rule.ts';
import { beginningOf, wordsAround } from './words-around.ts';

const at = (block: Block) => ({ field: 'block', block: block.id }) as const;

const countsOf = perLanguage((block, language) => readingCounts(blockText(block), language));
const longestSentence = perBlock((block) =>
	blockText(block)
		.split('\n')
		.flatMap(sentencesOf)
		.reduce((most, sentence) => Math.max(most, countWords(sentence)), 0),
);
const signsOf = perBlock((block) => languageSigns(blockText(block)));
/** A paragraph as it is compared with others; empty for one so short that it may well come twice. */
const compared = perBlock((block) => {
	const text = block.type === 'paragraph' ? blockText(block) : '';
	return countWords(text) < 8 ? '' : (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
});
const signs = perBlock((block) => {
	const lines = blockText(block).split('\n');
	// A quotation may go on from one line of a block to the next; its brackets do not leave a list's item.
	return block.type === 'list' || block.type === 'table'
		? lines.flatMap((line) =>
				unclosedSigns(line).map((sign) => ({ ...sign, words: wordsAround(line, sign.at, sign.at + 1) })),
			)
		: unclosedSigns(lines.join(' ')).map((sign) => ({
				...sign,
				words: wordsAround(lines.join(' '), sign.at, sign.at + 1),
			}));
});

/** What the levels of subheads are called on the screen. */
const subheads: Readonly<Record<number, string>> = { 2: 'subhead', 3: 'smaller subhead', 4: 'smallest subhead' };

/** With fewer words no formula is worth its number. */
const fewestForEase = 100;

const running = ({ body }: Article) => body.filter(({ type }) => type === 'paragraph' || type === 'list');

/** Rules about the body as a whole; what one block lacks by itself is told by the rules of blocks. */
export const bodyRules: readonly Rule[] = [
	{
		check: 'subhead-skipped',
		*find({ body }): Generator<Finding> {
			let last = 1;
			for (const block of body) {
				if (block.type !== 'subhead') continue;
				if (block.level > last + 1) {
					const words = beginningOf(blockText(block));
					const message = `“${words}” is a ${subheads[block.level]}, and there is no ${subheads[last + 1]} above it`;
					yield { where: at(block), message };
				}
				last = block.level;
			}
		},
	},
	{
		check: 'paragraph-repeated',
		*find({ body }): Generator<Finding> {
			const seen = new Set<string>();
			for (const block of body) {
				const text = compared(block);
				if (text === '') continue;
				if (seen.has(text))
					yield { where: at(block), message: `A paragraph stands twice: “${beginningOf(blockText(block))}”` };
				seen.add(text);
			}
		},
	},
	{
		check: 'pair-unclosed',
		*find({ body }): Generator<Finding> {
			for (const [index, block] of body.entries()) {
				for (const { kind, isOpen, words } of signs(block)) {
					const next = body[index + 1];
					// A quotation over several paragraphs is opened in each and closed in the last.
					const goesOn = next?.type === 'paragraph' && /^\s*["“„«»]/.test(blockText(next));
					if (kind === 'quote' && isOpen && goesOn) continue;
					const name = kind === 'quote' ? 'quotation' : 'bracket';
					const message = isOpen
						? `A ${name} is not closed: “${words}”`
						: `A ${name} is closed that was never opened: “${words}”`;
					yield { where: at(block), message };
				}
			}
		},
	},
	{
		check: 'reading-hard',
		find(article, { checks }): Finding[] {
			const { language } = article;
			if (!hasReadingEase(language)) return [];
			const blocks = running(article);
			const counts = { words: 0, sentences: 0, syllables: 0, letters: 0 };
			for (const block of blocks) {
				const own = countsOf(block, language);
				for (const key of ['words', 'sentences', 'syllables', 'letters'] as const) counts[key] += own[key];
			}
			const ease = counts.words < fewestForEase ? null : readingEase(language, counts);
			if (ease === null || ease >= checks.limit('reading-hard', 'least')) return [];
			const hardest = blocks.reduce((most, block) => (longestSentence(block) > longestSentence(most) ? block : most));
			const longest = longestSentence(hardest);
			const message = `The story is hard to read: ${ease} of 100, where at least ${checks.limit('reading-hard', 'least')} is the rule here. Its longest sentence has ${longest} words`;
			return [{ where: at(hardest), message }];
		},
	},
	{
		check: 'language-unlike',
		find(article): Finding[] {
			const other = otherLanguage(addSigns(running(article).map(signsOf)), article.language);
			if (other === null) return [];
			const said = languageName(article.language);
			const seen =
				other.kind === 'language' ? `reads like ${languageName(other.name)}` : `is written in ${other.name} letters`;
			return [{ where: { field: 'language' }, message: `The story ${seen}, but its language is set to ${said}` }];
		},
	},
];
