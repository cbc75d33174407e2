import * as english from './words/english.mjs';
import * as names from './words/names.mjs';
import { topics as topicWords } from './words/topics.mjs';
import { zipf } from './zipf.mjs';

/** The words of a list that is written with blanks between them, each once. */
const wordsOf = (list) => [...new Set(list.split(/\s+/).filter((word) => word !== ''))];

/** The entries of a list that is written with a separator between them, each once. */
export const entriesOf = (list, separator = ',') => [
	...new Set(list.split(separator).map((entry) => entry.replace(/\s+/g, ' ').trim())),
];

const pluralOf = (noun) => {
	if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	return `${noun}s`;
};

/** Whether the last consonant is doubled before an ending: "plan", "planned". */
const doubles = (verb) =>
	/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ||
	/^(?:admit|permit|begin|forget|transfer|travel|cancel|quit)$/.test(verb);
const stemOf = (verb) => (doubles(verb) ? verb + verb.at(-1) : verb.replace(/e$/, ''));

const noun = (entry) => {
	const [one, many] = entry.replaceAll('-', ' ').split('/');
	return { one, many: many ?? pluralOf(one) };
};

const verb = (entry) => {
	const [base, past, participle] = entry.split('/');
	const regular = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stemOf(base)}ed`;
	const ing = /ee$/.test(base) ? `${base}ing` : /ie$/.test(base) ? `${base.slice(0, -2)}ying` : `${stemOf(base)}ing`;
	return { base, past: past ?? regular, participle: participle ?? regular, ing };
};

/** The verbs of a list, each once: the first entry says how it is inflected. */
const verbsOf = (list) =>
	[
		...new Map(
			wordsOf(list)
				.map(verb)
				.reverse()
				.map((entry) => [entry.base, entry]),
		).values(),
	].reverse();

/** Words made by open rules from others, as newspapers make them: rebuilder, unfairness, overcrowded, waterless. */
function derivedNouns(nouns, verbs, adjectives) {
	const regular = verbs.filter(({ base, past }) => past.endsWith('ed') && base.length > 3);
	return [
		...regular.map(({ ing }) => noun(ing)),
		...regular.map(({ base }) => noun(`${stemOf(base)}er`)),
		...adjectives.filter((word) => /(?:al|ic|ous|ful|less|ed)$/.test(word)).map((word) => noun(`${word}ness`)),
		...['re', 'over', 'under', 'pre', 'co'].flatMap((prefix) => regular.map(({ ing }) => noun(prefix + ing))),
		...['micro', 'super', 'sub', 'inter', 'ex', 'anti'].flatMap((prefix) =>
			nouns.filter(({ one }) => one.length > 4 && !one.includes(' ')).map(({ one }) => noun(prefix + one)),
		),
	];
}

const derivedAdjectives = (nouns, verbs, adjectives) => [
	...verbs.map(({ participle }) => participle).filter((word) => word.endsWith('ed')),
	...verbs.map(({ ing }) => ing),
	...verbs.map(({ participle }) => `un${participle}`).filter((word) => word.endsWith('ed')),
	...nouns.filter(({ one }) => one.length > 3 && !one.includes(' ')).map(({ one }) => `${one}less`),
	...adjectives.map((word) => `semi-${word}`),
];

const joined = (beginnings, endings) =>
	wordsOf(beginnings).flatMap((beginning) => wordsOf(endings).map((ending) => beginning + ending));

/** Brings the parts of made names into a fixed order that is not that of the alphabet, so that all kinds are frequent. */
const mixed = (values) => {
	const step = 7919;
	return values.map((_, index) => values[(index * step) % values.length]);
};

const nouns = wordsOf(english.nouns).map(noun);
const transitive = verbsOf(english.transitiveVerbs);
const intransitive = verbsOf(english.intransitiveVerbs);
const adjectives = wordsOf(english.adjectives);
const rareNouns = derivedNouns(nouns, transitive, adjectives);
const rareAdjectives = derivedAdjectives(nouns, transitive, adjectives);
const fields = wordsOf(names.institutionFields);

/** Every kind of English word, each chosen as often as its place in the lists says. */
export const lexicon = {
	nouns: zipf([...nouns, ...rareNouns], { exponent: 1.05, rare: rareNouns.length }),
	transitive: zipf(transitive, { exponent: 0.9 }),
	intransitive: zipf(intransitive, { exponent: 0.9 }),
	adjectives: zipf([...adjectives, ...rareAdjectives], { exponent: 1.05, rare: rareAdjectives.length }),
	adverbs: zipf(wordsOf(english.adverbs), { exponent: 0.8 }),
	sayings: zipf(wordsOf(english.sayings), { exponent: 1, offset: -0.5 }),
	roles: zipf(entriesOf(english.roles), { exponent: 0.7 }),
	bylineRoles: entriesOf(english.bylineRoles),
	firstNames: zipf(wordsOf(names.firstNames), { exponent: 0.5 }),
	surnames: zipf([...wordsOf(names.surnames), ...mixed(joined(names.surnameBeginnings, names.surnameEndings))], {
		exponent: 0.8,
	}),
	places: zipf([...wordsOf(names.cities), ...mixed(joined(names.townBeginnings, names.townEndings))], {
		exponent: 0.9,
	}),
	cities: wordsOf(names.cities),
	firms: zipf(mixed(joined(names.firmBeginnings, names.firmEndings)), { exponent: 0.8 }),
	institutions: zipf(
		mixed(entriesOf(names.institutions).flatMap((form) => fields.map((field) => form.replace('{}', field)))),
		{ exponent: 0.7 },
	),
};

/** The words of each topic, chosen like those above. */
export const topics = Object.fromEntries(
	Object.entries(topicWords).map(([topic, words]) => [
		topic,
		{
			nouns: zipf(wordsOf(words.nouns).map(noun), { exponent: 0.8 }),
			adjectives: zipf(wordsOf(words.adjectives), { exponent: 0.8 }),
			tags: zipf(entriesOf(words.tags), { exponent: 1, offset: 0.5 }),
		},
	]),
);
