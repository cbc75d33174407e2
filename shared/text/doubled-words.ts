/**
 * Words that are a slip when they stand twice in a row, by language. Only words that no sentence says twice are here: "had had"
 * and "die, die die Tür" are good language, and "very very" is somebody's voice. Other languages are left alone.
 */
const once: Readonly<Record<string, string>> = {
	en: 'the a an and of to in is at for with from by on as be this they we he she their his our will has have are were or but if would could should its',
	de: 'und oder in im ist mit von vom zum zur auf für ein eine einer eines einem einen nicht auch als am bei aus nach wie wird hat haben dass aber durch über',
	fr: 'le les un une des du et ou à au aux dans par pour sur avec est sont que ne pas plus se sa son ses ce cette leur',
	es: 'el los las un una unos unas de del y o en con por para es son que se su sus este esta al',
	it: 'il lo la i gli le un una di del della dei delle e o a al alla in con per da dal dalla è sono che si suo sua',
	nl: 'de een en of van in op met voor aan bij uit om als maar niet ook door te tot',
	pt: 'os as um uma de do da dos das e ou em no na com por para é são que se seu sua ao',
	sv: 'och att en ett i på av för med som är till från',
	da: 'og at en et i på af for med som til fra',
	nb: 'og å en et i på av for med som til fra',
};
const tables = new Map(Object.entries(once).map(([language, words]) => [language, new Set(words.split(' '))]));

/** Two words with nothing but spaces between them, the second written small. */
const twice = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}+)[ \u00a0\u202f]+(\p{Ll}+)(?![\p{L}\p{M}\p{N}'’-])/gu;

/** The words of a text that stand there twice by a slip, as they are written: "the the". */
export function doubledWords(text: string, language: string): string[] {
	const words = tables.get(language.toLowerCase().split('-', 1)[0] ?? '');
	if (words === undefined) return [];
	const found: string[] = [];
	twice.lastIndex = 0;
	for (let match = twice.exec(text); match !== null; match = twice.exec(text)) {
		const [both, first = '', second = ''] = match;
		if (first.toLowerCase() === second && words.has(second)) found.push(both);
		// The second word may be the first of the next two.
		twice.lastIndex = match.index + first.length;
	}
	return found;
}
