import { lexicon, topics } from './lexicon.mjs';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const smallNumbers = 'two,three,four,five,six,seven,eight,nine,ten,eleven,twelve'.split(',');
const modals = ['will', 'would', 'could', 'may', 'must', 'should', 'might', 'can'];
const prepositions = [
	'in',
	'of',
	'for',
	'with',
	'on',
	'from',
	'at',
	'near',
	'under',
	'about',
	'after',
	'before',
	'behind',
];

const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const withArticle = (text) => `${/^[aeiou]/.test(text) && !/^(?:uni|use|euro|one)/.test(text) ? 'an' : 'a'} ${text}`;

/** Makes a person; stories name them in full once, and by surname from then on. */
export function makePerson(random) {
	const surname = lexicon.surnames.choose(random);
	const doubled = random.chance(0.03) ? `${surname}-${lexicon.surnames.choose(random)}` : surname;
	return { first: lexicon.firstNames.choose(random), surname: doubled, role: lexicon.roles.choose(random) };
}

/** Writes English for one story: about its topic, in its place, with its own few people. */
export class EnglishWriter {
	#random;
	#topic;
	#people;
	#known = new Set();
	#place;

	constructor(random, topic, place) {
		this.#random = random;
		this.#topic = topics[topic];
		this.#place = place;
		this.#people = Array.from({ length: random.between(2, 4) }, () => makePerson(random));
	}

	#noun() {
		return (this.#random.chance(0.4) ? this.#topic.nouns : lexicon.nouns).choose(this.#random);
	}

	#adjective() {
		return (this.#random.chance(0.25) ? this.#topic.adjectives : lexicon.adjectives).choose(this.#random);
	}

	#verb() {
		return lexicon.transitive.choose(this.#random);
	}

	#person() {
		const person = this.#random.oneOf(this.#people);
		if (this.#known.has(person)) return person.surname;
		this.#known.add(person);
		const role = this.#random.chance(0.6) ? `, ${withArticle(person.role)},` : '';
		return `${person.first} ${person.surname}${role}`;
	}

	#organisation() {
		const random = this.#random;
		if (random.chance(0.5)) return lexicon.firms.choose(random);
		const name = lexicon.institutions.choose(random);
		return random.chance(0.4) ? `the ${name} in ${this.#where()}` : `the ${name}`;
	}

	#where() {
		return this.#random.chance(0.45) ? this.#place : lexicon.places.choose(this.#random);
	}

	#bareNoun() {
		const random = this.#random;
		const { one } = this.#noun();
		if (random.chance(0.38)) return `${this.#adjective()} ${one}`;
		return random.chance(0.08) ? `${this.#noun().one} ${one}` : one;
	}

	#bareNouns() {
		const { many } = this.#noun();
		return this.#random.chance(0.4) ? `${this.#adjective()} ${many}` : many;
	}

	/** A subject or object, such as "the new harbour of Salthaven". */
	#thing() {
		const random = this.#random;
		const choice = random.fraction();
		if (choice < 0.36) return `the ${this.#bareNoun()}${random.chance(0.22) ? ` ${this.#addition()}` : ''}`;
		if (choice < 0.56) return `${withArticle(this.#bareNoun())}${random.chance(0.15) ? ` ${this.#addition()}` : ''}`;
		if (choice < 0.74) return this.#bareNouns();
		if (choice < 0.8) return `${random.oneOf(['its', 'their', 'this', 'every', 'no'])} ${this.#bareNoun()}`;
		if (choice < 0.85) return `${this.#number()} ${this.#bareNouns()}`;
		if (choice < 0.93) return this.#organisation();
		return `the ${this.#noun().one} of ${this.#where()}`;
	}

	#addition() {
		const preposition = this.#random.oneOf(prepositions);
		return `${preposition} ${this.#random.chance(0.3) ? this.#where() : `the ${this.#bareNoun()}`}`;
	}

	#subject() {
		const choice = this.#random.fraction();
		if (choice < 0.16) return this.#person();
		if (choice < 0.24) return this.#random.oneOf(['it', 'they', 'nobody', 'few people', 'many', 'everyone']);
		return this.#thing();
	}

	#number() {
		const random = this.#random;
		const choice = random.fraction();
		if (choice < 0.5) return random.oneOf(smallNumbers);
		if (choice < 0.8) return String(random.between(13, 400));
		return random.between(1000, 90_000).toLocaleString('en-GB');
	}

	#amount() {
		const random = this.#random;
		const choice = random.fraction();
		if (choice < 0.4) return `${random.between(1, 98)} per cent`;
		if (choice < 0.8) return `€${random.between(1, 900)} million`;
		return `${random.between(2, 40)}.${random.between(1, 9)} ${random.oneOf(['kilometres', 'tonnes', 'metres', 'hectares'])}`;
	}

	#when() {
		const random = this.#random;
		const choice = random.fraction();
		if (choice < 0.45) return `on ${random.oneOf(weekdays)}`;
		if (choice < 0.65) return `in ${random.oneOf(months)}`;
		if (choice < 0.8) return `in ${random.between(1890, 2024)}`;
		return random.oneOf(['last year', 'this week', 'in the evening', 'at first', 'for years', 'since the spring']);
	}

	#predicate() {
		const random = this.#random;
		const choice = random.fraction();
		const adverb = random.chance(0.1) ? `${lexicon.adverbs.choose(random)} ` : '';
		const tail = random.chance(0.3) ? ` ${this.#when()}` : random.chance(0.25) ? ` ${this.#addition()}` : '';
		if (choice < 0.5) return `${adverb}${this.#verb().past} ${this.#thing()}${tail}`;
		if (choice < 0.62) return `${random.oneOf(modals)} ${adverb}${this.#verb().base} ${this.#thing()}${tail}`;
		if (choice < 0.72) return `had ${adverb}${this.#verb().participle} ${this.#thing()}${tail}`;
		if (choice < 0.82) return `${adverb}${lexicon.intransitive.choose(random).past}${tail || ` ${this.#when()}`}`;
		if (choice < 0.9) return `did not ${this.#verb().base} ${this.#thing()}`;
		return `wanted to ${this.#verb().base} ${this.#thing()}${tail}`;
	}

	#clause() {
		const random = this.#random;
		const choice = random.fraction();
		if (choice < 0.78) return `${this.#subject()} ${this.#predicate()}`;
		if (choice < 0.88) return `the ${this.#bareNoun()} was ${this.#verb().participle} by ${this.#thing()}`;
		if (choice < 0.94)
			return `there was ${random.oneOf(['no', 'little', 'some'])} ${this.#noun().one} ${this.#addition()}`;
		return `the ${this.#noun().one} of the ${this.#noun().one} was ${random.oneOf(['about', 'over', 'under'])} ${this.#amount()}`;
	}

	#saying() {
		const verb = lexicon.sayings.choose(this.#random);
		return `${verb} ${this.#person()}`.replace(/,$/, '');
	}

	/** A whole sentence. */
	sentence() {
		const random = this.#random;
		const choice = random.fraction();
		let text;
		if (choice < 0.4) text = this.#clause();
		else if (choice < 0.6)
			text = `${this.#clause()}, ${random.oneOf(['and', 'but', 'and', 'while', 'so'])} ${this.#clause()}`;
		else if (choice < 0.7) {
			text = `${random.oneOf(['when', 'although', 'because', 'after', 'if', 'since'])} ${this.#clause()}, ${this.#clause()}`;
		} else if (choice < 0.8) text = `“${upperFirst(this.#clause())},” ${this.#saying()}`;
		else if (choice < 0.88) text = `${this.#clause()}, according to ${this.#organisation()}`;
		else if (choice < 0.94) text = `${this.#when()}, ${this.#clause()}`;
		else text = `${this.#clause()}: ${this.#bareNouns()}, ${this.#bareNouns()} and ${this.#bareNouns()}`;
		return `${upperFirst(text.replaceAll(',,', ','))}.`;
	}

	headline() {
		const random = this.#random;
		const choice = random.fraction();
		const nouns = () => this.#bareNouns();
		if (choice < 0.2)
			return upperFirst(`${nouns()} ${random.oneOf(modals)} ${this.#verb().base} ${nouns()} in ${this.#where()}`);
		if (choice < 0.35) return `${this.#where()} ${this.#verb().past} ${withArticle(this.#bareNoun())}`;
		if (choice < 0.5) return `The ${this.#noun().one} that ${this.#verb().past} ${withArticle(this.#bareNoun())}`;
		if (choice < 0.62)
			return `How ${withArticle(this.#bareNoun())} ${this.#verb().past} the ${this.#noun().one} of ${this.#where()}`;
		if (choice < 0.74)
			return upperFirst(`${this.#number()} ${nouns()} ${this.#verb().past} after ${withArticle(this.#bareNoun())}`);
		if (choice < 0.86)
			return `${lexicon.firms.choose(random)} ${this.#verb().past} ${this.#bareNoun()} for ${this.#amount()}`;
		return `No ${this.#noun().one} without ${withArticle(this.#bareNoun())}, ${lexicon.sayings.choose(random)} ${this.#people[0].surname}`;
	}

	/** One sentence of at most about 150 characters. */
	standfirst() {
		for (let tries = 0; tries < 4; tries += 1) {
			const text = this.sentence();
			if (text.length <= 150 && text.length >= 40) return text;
		}
		return `${upperFirst(this.#thing())} ${this.#verb().past} ${this.#bareNouns()} ${this.#when()}.`;
	}

	subhead() {
		const choice = this.#random.fraction();
		if (choice < 0.5) return upperFirst(this.#bareNouns());
		if (choice < 0.8) return upperFirst(`${withArticle(this.#bareNoun())} in ${this.#where()}`);
		return upperFirst(`what the ${this.#noun().one} ${this.#verb().past}`);
	}

	/** A sentence without quotation marks, for a key point. */
	point() {
		return `${upperFirst(this.#clause()).replaceAll(',,', ',')}.`;
	}

	/** Who said a quote. */
	attribution() {
		const { first, surname, role } = this.#random.oneOf(this.#people);
		return `${first} ${surname}, ${role}`;
	}
}
