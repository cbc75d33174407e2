/** The sentences of a drafted note in one language; the words of the story come in their quotation marks. */
export interface NoteSentences {
	readonly quoted: (words: string) => string;
	/** Words became others; `isFirst` is the first sentence of the note, which names the earlier version. */
	readonly corrected: (before: string, after: string, isFirst: boolean) => string;
	/** The same, where the earlier ones were not wrong. */
	readonly clarified: (before: string, after: string, isFirst: boolean) => string;
	readonly takenOut: (before: string, isFirst: boolean) => string;
	readonly leftOut: (after: string, isFirst: boolean) => string;
}

/*
 * Words of a story bend with its grammar and have a gender that nobody knows here. So they stand in quotation marks, as
 * words, and no sentence bends them or agrees with them.
 */

export const english: NoteSentences = {
	quoted: (words) => `“${words}”`,
	corrected: (before, after, isFirst) => `${inEnglish(isFirst)} said ${before}; it should have said ${after}.`,
	clarified: (before, after, isFirst) => `${inEnglish(isFirst)} said ${before}; it now says ${after}.`,
	takenOut: (before, isFirst) => `${inEnglish(isFirst)} said ${before}; that has been taken out.`,
	leftOut: (after, isFirst) => `${inEnglish(isFirst)} left out ${after}.`,
};
const inEnglish = (isFirst: boolean) => (isFirst ? 'An earlier version' : 'It');

const french: NoteSentences = {
	// With spaces that do not break.
	quoted: (words) => `«\u00a0${words}\u00a0»`,
	corrected: (before, after, isFirst) => `${inFrench(isFirst)} ${before}\u00a0; il fallait lire ${after}.`,
	clarified: (before, after, isFirst) => `${inFrench(isFirst)} ${before}\u00a0; le texte dit maintenant ${after}.`,
	takenOut: (before, isFirst) => `${inFrench(isFirst)} ${before}\u00a0; ce passage a été supprimé.`,
	leftOut: (after, isFirst) =>
		isFirst ? `Il manquait ${after} dans une version précédente.` : `Il y manquait aussi ${after}.`,
};
const inFrench = (isFirst: boolean) => (isFirst ? 'Une version précédente indiquait' : 'Elle indiquait aussi');

const german: NoteSentences = {
	quoted: (words) => `„${words}“`,
	corrected: (before, after, isFirst) => `${inGerman(isFirst)} ${before}; richtig ist ${after}.`,
	clarified: (before, after, isFirst) => `${inGerman(isFirst)} ${before}; jetzt heißt es ${after}.`,
	takenOut: (before, isFirst) => `${inGerman(isFirst)} ${before}; das wurde gestrichen.`,
	leftOut: (after, isFirst) => `${isFirst ? 'In einer früheren Fassung fehlte' : 'Dort fehlte auch'} ${after}.`,
};
const inGerman = (isFirst: boolean) => (isFirst ? 'In einer früheren Fassung stand' : 'Dort stand auch');

const spanish: NoteSentences = {
	quoted: (words) => `«${words}»`,
	corrected: (before, after, isFirst) => `${inSpanish(isFirst)} ${before}; lo correcto es ${after}.`,
	clarified: (before, after, isFirst) => `${inSpanish(isFirst)} ${before}; ahora dice ${after}.`,
	takenOut: (before, isFirst) => `${inSpanish(isFirst)} ${before}; eso se ha eliminado.`,
	leftOut: (after, isFirst) => `${isFirst ? 'En una versión anterior faltaba' : 'También faltaba'} ${after}.`,
};
const inSpanish = (isFirst: boolean) => (isFirst ? 'Una versión anterior decía' : 'También decía');

const italian: NoteSentences = {
	quoted: (words) => `«${words}»`,
	corrected: (before, after, isFirst) => `${inItalian(isFirst)} ${before}; si legga ${after}.`,
	clarified: (before, after, isFirst) => `${inItalian(isFirst)} ${before}; ora il testo dice ${after}.`,
	takenOut: (before, isFirst) => `${inItalian(isFirst)} ${before}; il passaggio è stato eliminato.`,
	leftOut: (after, isFirst) => `${isFirst ? 'In una versione precedente mancava' : 'Mancava anche'} ${after}.`,
};
const inItalian = (isFirst: boolean) => (isFirst ? 'Una versione precedente riportava' : 'Riportava anche');

const portuguese: NoteSentences = {
	quoted: (words) => `“${words}”`,
	corrected: (before, after, isFirst) => `${inPortuguese(isFirst)} ${before}; o correto é ${after}.`,
	clarified: (before, after, isFirst) => `${inPortuguese(isFirst)} ${before}; agora diz ${after}.`,
	takenOut: (before, isFirst) => `${inPortuguese(isFirst)} ${before}; isso foi retirado.`,
	leftOut: (after, isFirst) => `${isFirst ? 'Numa versão anterior faltava' : 'Faltava também'} ${after}.`,
};
const inPortuguese = (isFirst: boolean) => (isFirst ? 'Uma versão anterior dizia' : 'Dizia também');

const dutch: NoteSentences = {
	quoted: (words) => `‘${words}’`,
	corrected: (before, after, isFirst) => `${inDutch(isFirst)} ${before}; dat moet zijn: ${after}.`,
	clarified: (before, after, isFirst) => `${inDutch(isFirst)} ${before}; er staat nu ${after}.`,
	takenOut: (before, isFirst) => `${inDutch(isFirst)} ${before}; dat is geschrapt.`,
	leftOut: (after, isFirst) => `${isFirst ? 'In een eerdere versie ontbrak' : 'Daar ontbrak ook'} ${after}.`,
};
const inDutch = (isFirst: boolean) => (isFirst ? 'In een eerdere versie stond' : 'Er stond ook');

const polish: NoteSentences = {
	quoted: (words) => `„${words}”`,
	corrected: (before, after, isFirst) => `${inPolish(isFirst)} ${before}; powinno być ${after}.`,
	clarified: (before, after, isFirst) => `${inPolish(isFirst)} ${before}; teraz jest ${after}.`,
	takenOut: (before, isFirst) => `${inPolish(isFirst)} ${before}; ten fragment usunięto.`,
	// The noun takes the case, so that the words need not.
	leftOut: (after, isFirst) =>
		`${isFirst ? 'We wcześniejszej wersji brakowało fragmentu' : 'Brakowało też fragmentu'} ${after}.`,
};
const inPolish = (isFirst: boolean) => (isFirst ? 'We wcześniejszej wersji było' : 'Było też');

const ukrainian: NoteSentences = {
	quoted: (words) => `«${words}»`,
	corrected: (before, after, isFirst) => `${inUkrainian(isFirst)} ${before}; має бути ${after}.`,
	clarified: (before, after, isFirst) => `${inUkrainian(isFirst)} ${before}; тепер там ${after}.`,
	takenOut: (before, isFirst) => `${inUkrainian(isFirst)} ${before}; це вилучено.`,
	leftOut: (after, isFirst) => `${isFirst ? 'У попередній версії бракувало слів' : 'Бракувало також слів'} ${after}.`,
};
const inUkrainian = (isFirst: boolean) => (isFirst ? 'У попередній версії було' : 'Також було');

const byLanguage: ReadonlyMap<string, NoteSentences> = new Map(
	Object.entries({
		en: english,
		fr: french,
		de: german,
		es: spanish,
		it: italian,
		pt: portuguese,
		nl: dutch,
		pl: polish,
		uk: ukrainian,
	}),
);

/** The sentences in a story's language (a BCP 47 tag); English where Galley does not know them. */
export function noteSentences(language: string): NoteSentences {
	const [primary = ''] = language.toLowerCase().split('-');
	return byLanguage.get(primary) ?? english;
}
