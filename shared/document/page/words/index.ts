import type { DateStyle } from '../../../text/format-date.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import type { PageWords } from './page-words.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { uk } from './uk.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** By the language's tag of two letters, and its script where that makes a difference. */
const byLanguage = new Map<string, PageWords>(
	Object.entries({
		ar,
		de,
		en,
		es,
		fr,
		he,
		hi,
		it,
		ja,
		ko,
		nl,
		pl,
		pt,
		uk,
		'zh-Hans': zhHans,
		'zh-Hant': zhHant,
	}),
);

interface PageLanguage {
	readonly words: PageWords;
	/** The language as a locale; null where Galley does not know it. */
	readonly locale: Intl.Locale | null;
}
const known = new Map<string, PageLanguage>();

function pageLanguage(tag: string): PageLanguage {
	let found = known.get(tag);
	if (found === undefined) {
		found = findLanguage(tag);
		known.set(tag, found);
	}
	return found;
}

function findLanguage(tag: string): PageLanguage {
	try {
		const locale = new Intl.Locale(tag);
		// `zh-TW` says by its place that it is written in `Hant`.
		const { language, script } = locale.maximize();
		const words = byLanguage.get(language) ?? byLanguage.get(`${language}-${script}`);
		if (words !== undefined) return { words, locale };
	} catch {
		// Intl throws for what is no tag.
	}
	return { words: en, locale: null };
}

/** The words of a page in a story's language (a BCP 47 tag); English where Galley does not know them. */
export function pageWords(language: string): PageWords {
	return pageLanguage(language).words;
}

/**
 * How a story's page writes dates and lists: as its language does, in the newsroom's part of the world where its tag names
 * none; where Galley does not know the language, as the newsroom does.
 */
export function pageStyle(language: string, newsroom: DateStyle): DateStyle {
	const { locale } = pageLanguage(language);
	if (locale === null) return newsroom;
	const home = new Intl.Locale(newsroom.locale);
	if (locale.region !== undefined || home.region === undefined) return { ...newsroom, locale: language };
	if (locale.language === home.language) return newsroom;
	return { ...newsroom, locale: new Intl.Locale(language, { region: home.region }).toString() };
}
