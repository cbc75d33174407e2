/** Numbers as they are written out, for texts in which a changed number is looked for; other languages by their digits only. */
const written = {
	en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third quarter',
	fr: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille million milliard douzaine moitié tiers quart',
	de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde dutzend hälfte drittel viertel',
	es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil millón millones docena mitad tercio cuarto',
} as const;

const numberWords = new Set(Object.values(written).flatMap((words) => words.split(' ')));

/** Whether a word is a number that is written out, such as "eleven" or "twenty-one". */
export function isNumberWord(word: string): boolean {
	return word
		.toLowerCase()
		.split('-')
		.every((part) => numberWords.has(part));
}
