/** What a text is counted in for a formula of reading ease. */
export interface ReadingCounts {
	readonly words: number;
	readonly sentences: number;
	readonly syllables: number;
	readonly letters: number;
}

/** Words in a sentence, and syllables or letters in a word, on average. */
interface Averages {
	readonly words: number;
	readonly syllables: number;
	readonly letters: number;
}

/**
 * Formulas by language, each made for it and answering on the scale of Flesch: 100 is very easy, 30 hard, 0 very hard.
 * English: Flesch 1948. German: Amstad 1978. French: Kandel and Moles 1958. Spanish: Fernández Huerta 1959. Dutch: Douma
 * 1960. Portuguese: Martins and others 1996. Italian: Gulpease, Lucisano and Piemontese 1988, which counts letters.
 */
const formulas: Readonly<Record<string, (mean: Averages) => number>> = {
	en: ({ words, syllables }) => 206.835 - 1.015 * words - 84.6 * syllables,
	de: ({ words, syllables }) => 180 - words - 58.5 * syllables,
	fr: ({ words, syllables }) => 207 - 1.015 * words - 73.6 * syllables,
	es: ({ words, syllables }) => 206.84 - 1.02 * words - 60 * syllables,
	nl: ({ words, syllables }) => 206.84 - 0.93 * words - 77 * syllables,
	pt: ({ words, syllables }) => 248.835 - 1.015 * words - 84.6 * syllables,
	it: ({ words, letters }) => 89 + 300 / words - 10 * letters,
};

const formulaOf = (language: string) => formulas[language.toLowerCase().split('-', 1)[0] ?? ''];

/** Whether a formula is known for a language. */
export function hasReadingEase(language: string): boolean {
	return formulaOf(language) !== undefined;
}

/** How easy a text of these counts is to read, from 100 down to 0; null where nobody can say. */
export function readingEase(language: string, counts: ReadingCounts): number | null {
	const formula = formulaOf(language);
	if (formula === undefined || counts.words === 0 || counts.sentences === 0) return null;
	const { words, sentences, syllables, letters } = counts;
	const ease = formula({ words: words / sentences, syllables: syllables / words, letters: letters / words });
	return Math.round(Math.min(100, Math.max(0, ease)));
}

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** A sentence ends where the next begins with a capital letter; so no abbreviation inside of one ends it. */
const sentenceEnd = /(?<![.!?…])[.!?…]+(?:\s?["”’»)\]])*\s+(?=["“‘«(¿¡]*\p{Lu})/u;

/** Parts a text into its sentences. */
export function sentencesOf(text: string): string[] {
	return text.split(sentenceEnd).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Counts a text; a line end ends a sentence too. */
export function readingCounts(text: string, language: string): ReadingCounts {
	const counts = { words: 0, sentences: 0, syllables: 0, letters: 0 };
	for (const line of text.split('\n')) {
		for (const sentence of sentencesOf(line)) {
			counts.sentences += 1;
			for (const [found] of sentence.matchAll(word)) {
				counts.words += 1;
				counts.letters += found.length;
				counts.syllables += syllablesOf(found, language);
			}
		}
	}
	return counts;
}

const vowels = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]+/g;

/** How many syllables a word has, near enough for an average. */
function syllablesOf(written: string, language: string): number {
	const text = written.toLowerCase();
	let count = 0;
	for (const [group] of text.matchAll(vowels)) {
		// "País" and "idea" part their vowels, "ou" and "ei" do not.
		count +=
			/^(?:i[aeo]|[aeo]i|[aeou]u|e[aeo]|o[aeo]|ie)$/.test(group) || group.length === 1 ? 1 : group.length > 2 ? 2 : 1;
	}
	if (
		language.startsWith('en') &&
		/[^aeiouyl]e(?:s|d)?$/.test(text) &&
		!/(?:[td]ed|[sxz]es|[cs]hes|ges|ces)$/.test(text)
	)
		count -= 1;
	if (language.startsWith('fr') && /[^aeiouyéèê]es?$/.test(text)) count -= 1;
	return Math.max(1, count);
}
