const upTo = (first: number, last: number, step = 1) =>
	Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step);
const tens = upTo(30, 90, 10);
const large = [100, 1e3, 1e6, 1e9];
const parts = [12, 1 / 2, 1 / 3, 1 / 4];

/** Numbers as they are written out, for texts in which a number is looked for; other languages by their digits only. */
const written: Readonly<Record<string, readonly [words: string, values: readonly number[]]>> = {
	en: [
		'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third quarter thousands millions billions',
		[...upTo(2, 20), ...tens, ...large, ...parts, 1e3, 1e6, 1e9],
	],
	fr: [
		'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille million milliard douzaine moitié tiers quart millions milliards',
		[...upTo(2, 16), ...upTo(20, 60, 10), ...large, ...parts, 1e6, 1e9],
	],
	de: [
		'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million milliarde dutzend hälfte drittel viertel millionen milliarden',
		[...upTo(2, 20), ...tens, ...large, ...parts, 1e6, 1e9],
	],
	es: [
		'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil millón docena mitad tercio cuarto millones',
		[...upTo(2, 15), 20, ...tens, 100, 1e3, 1e6, ...parts, 1e6],
	],
};

const values = new Map<string, ReadonlyMap<string, number>>();
for (const [language, [words, numbers]] of Object.entries(written))
	values.set(language, new Map(words.split(' ').map((word, at) => [word, numbers[at] ?? Number.NaN])));

/** The number that a word of a language writes out, such as "eleven" or "twenty-one"; null when it is none, or unknown. */
export function numberOfWord(word: string, language: string): number | null {
	const known = values.get(language.toLowerCase().split('-', 1)[0] ?? '');
	let sum = 0;
	for (const part of word.toLowerCase().split('-')) {
		// "Twenty-one"; by itself, "one" is seldom a number.
		const value = known?.get(part) ?? (sum >= 20 && part === 'one' ? 1 : undefined);
		if (value === undefined) return null;
		sum = value >= 100 && sum > 0 ? sum * value : sum + value;
	}
	return sum;
}

/** Whether a word is a number that is written out, in any language that is known. */
export function isNumberWord(word: string): boolean {
	return Object.keys(written).some((language) => numberOfWord(word, language) !== null);
}
