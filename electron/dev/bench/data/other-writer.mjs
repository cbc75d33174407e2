import { entriesOf } from './lexicon.mjs';
import { otherLanguages } from './words/other-languages.mjs';
import { zipf } from './zipf.mjs';

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const languages = Object.fromEntries(
	Object.entries(otherLanguages).map(([language, { subject, object, verb, adverbial, links, patterns }]) => [
		language,
		{
			subject: zipf(entriesOf(subject, '|')),
			object: zipf(entriesOf(object, '|')),
			verb: zipf(entriesOf(verb, '|')),
			adverbial: zipf(entriesOf(adverbial, '|')),
			links: links.split('|'),
			patterns: patterns.split('|'),
		},
	]),
);

/** Writes stories in another language than English, from its sentence patterns. */
export class OtherWriter {
	#random;
	#words;
	#person;

	/** @param {string} person who is quoted */
	constructor(random, language, person) {
		this.#random = random;
		this.#words = languages[language];
		this.#person = person;
	}

	#fill(pattern) {
		const random = this.#random;
		const { subject, object, verb, adverbial, links } = this.#words;
		return pattern.replace(/\{(\w)\}/g, (_, slot) => {
			if (slot === 'S' || slot === 's') return subject.choose(random);
			if (slot === 'O') return object.choose(random);
			if (slot === 'V') return verb.choose(random);
			return slot === 'P' ? adverbial.choose(random) : random.oneOf(links);
		});
	}

	sentence() {
		return upperFirst(this.#fill(this.#random.oneOf(this.#words.patterns)));
	}

	headline() {
		return upperFirst(this.#fill(this.#random.chance(0.5) ? '{S} {V} {O}' : '{S} {V} {O} {P}'));
	}

	standfirst() {
		return upperFirst(this.#fill('{S} {V} {O} {P}.'));
	}

	subhead() {
		return upperFirst(this.#fill(this.#random.chance(0.5) ? '{S}' : '{O}'));
	}

	point() {
		return upperFirst(this.#fill('{S} {V} {O}.'));
	}

	attribution() {
		return this.#person;
	}
}
