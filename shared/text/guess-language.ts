/**
 * The commonest little words of a language, some of which stand in every sentence and few of which another language has. They
 * tell the languages of a newsroom apart as well as a model of many times their size, from a paragraph on.
 */
const commonWords: Readonly<Record<string, string>> = {
	en: 'the of and to in is that it was for on are with as they be at this have from or had by but not what all were when we there can an your which their said if will would about has who been than after its',
	de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch',
	fr: 'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son mais comme ou si leur y dont aux elle été cette ont ses lui nous aussi deux fait même',
	es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está',
	it: 'di e il la che in un a per è una sono non si con del da i le della nel al come più ma dei ha gli alla delle anche dal se nella o su lo dalla questo ed era stato suo essere due tra sua',
	nl: 'de van een het en in is dat op te zijn met voor die niet aan er om ook als dan maar bij uit door naar nog heeft hij of worden wordt over tot ze was had zich deze wel meer geen werd hebben moet kan',
	pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era',
	sv: 'och att det i en som på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla',
	da: 'og at det i en som på er af for med til den har de ikke om et han men var jeg sig fra vi så kan når år under også efter eller nu sin hvor ved mod skal skulle kommer ud får være havde alle blev',
	nb: 'og at det i en som på er av for med til den har de ikke om et han men var jeg seg fra vi så kan når år under også etter eller nå sin der ved mot skal skulle kommer ut får være hadde alle ble',
	fi: 'ja on ei että se oli hän mutta ovat kun myös ole joka jos niin sen kuin mukaan olla tai vuoden sekä jo ovat olisi vain mitä siitä nyt hänen voi noin ennen jälkeen tämä',
	pl: 'w i na z się nie do to jest że o a jak po co ale przez od za są był tym dla tego jego być która który które już tylko może czy oraz ich przed roku będzie także',
	cs: 'a se v na je že s z do o to i za by ve si jako k pro ale po jsou které který od tak jeho byl byla které už jen nebo až před mezi této také více',
	hu: 'a az és hogy nem is egy ez volt van meg csak de már mint el ki azt még pedig lesz vagy ha szerint után amely között kell lehet minden két',
	ro: 'de și în a la cu pe care nu din că o un mai este pentru să au se ce sunt fost al prin sau dar după ca până fi acest această lui ale',
	tr: 've bir bu da de için ile çok olarak ne daha olan gibi kadar sonra var en her ise ki mi değil ama oldu göre dedi tarafından yeni iki o',
};

/** The scripts in which languages are written whose little words need not be known. */
const scripts = [
	'Latin',
	'Cyrillic',
	'Greek',
	'Arabic',
	'Hebrew',
	'Devanagari',
	'Han',
	'Hangul',
	'Thai',
	'Armenian',
	'Georgian',
] as const;
const scriptSigns: readonly (readonly [(typeof scripts)[number], RegExp])[] = [
	...scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}+`, 'gu')] as const),
	// Japanese is counted with Chinese, by its kanji; its own letters count as those.
	['Han', /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu],
];
const scriptOf: Readonly<Record<string, (typeof scripts)[number]>> = {
	Latn: 'Latin',
	Cyrl: 'Cyrillic',
	Grek: 'Greek',
	Arab: 'Arabic',
	Hebr: 'Hebrew',
	Deva: 'Devanagari',
	Hans: 'Han',
	Hant: 'Han',
	Jpan: 'Han',
	Kore: 'Hangul',
	Thai: 'Thai',
	Armn: 'Armenian',
	Geor: 'Georgian',
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(commonWords)) {
	for (const word of new Set(words.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** Whether a word is one of the little words of some language; write it small. */
export function isCommonWord(word: string): boolean {
	return languagesOf.has(word);
}

/** What of a text tells its language; those of several texts can be added up. */
export interface LanguageSigns {
	readonly words: number;
	/** How many of the words are common in each language. */
	readonly common: Readonly<Record<string, number>>;
	readonly scripts: Readonly<Record<string, number>>;
}

/** Looks for what tells the language of a text. */
export function languageSigns(text: string): LanguageSigns {
	const common: Record<string, number> = {};
	let words = 0;
	for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
		words += 1;
		for (const language of languagesOf.get(word) ?? []) common[language] = (common[language] ?? 0) + 1;
	}
	const all: Record<string, number> = {};
	for (const [script, sign] of scriptSigns) {
		const count = lettersOf(text, sign);
		if (count > 0) all[script] = (all[script] ?? 0) + count;
	}
	return { words, common, scripts: all };
}

function lettersOf(text: string, runs: RegExp): number {
	let count = 0;
	for (const run of text.match(runs) ?? []) count += run.length;
	return count;
}

/** The signs of several texts together. */
export function addSigns(all: readonly LanguageSigns[]): LanguageSigns {
	const add = (records: readonly Readonly<Record<string, number>>[]) => {
		const sum: Record<string, number> = {};
		for (const record of records) for (const [key, count] of Object.entries(record)) sum[key] = (sum[key] ?? 0) + count;
		return sum;
	};
	return {
		words: all.reduce((sum, { words }) => sum + words, 0),
		common: add(all.map(({ common }) => common)),
		scripts: add(all.map(({ scripts }) => scripts)),
	};
}

/** With fewer words a name or a quotation would decide. */
const fewestWords = 40;
/** With so few letters of any script nothing is said. */
const fewestLetters = 60;

/**
 * What a text is written in when that is surely not the language it is said to be in: a language, or a script where no more
 * can be told. Null when it may well be, or nobody knows.
 */
export function otherLanguage(
	signs: LanguageSigns,
	said: string,
): { readonly kind: 'language' | 'script'; readonly name: string } | null {
	const [script, letters] = top(signs.scripts);
	const total = Object.values(signs.scripts).reduce((sum, count) => sum + count, 0);
	if (total < fewestLetters || letters < total * 0.8) return null;
	const wanted = scriptOf[likelyScript(said)];
	if (wanted !== undefined && script !== wanted && script !== 'Latin') return { kind: 'script', name: script };
	const language = said.toLowerCase().split('-', 1)[0] ?? '';
	const known = language === 'no' || language === 'nn' ? 'nb' : language;
	if (script !== 'Latin' || signs.words < fewestWords) return null;
	const [found, count] = top(signs.common);
	const own = signs.common[known] ?? 0;
	// A language whose words we do not know may look like one of those that we do.
	const isTold = wanted !== undefined && (wanted !== 'Latin' || commonWords[known] !== undefined);
	if (!isTold || found === known || count < signs.words * 0.2 || count < own * 2.5) return null;
	return { kind: 'language', name: found };
}

function top(counts: Readonly<Record<string, number>>): [string, number] {
	return Object.entries(counts).reduce<[string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
}

function likelyScript(language: string): string {
	try {
		return new Intl.Locale(language).maximize().script ?? '';
	} catch {
		return ''; // Intl throws for what is no tag; then nothing is expected of it
	}
}
