import { makeBody } from './body.mjs';
import { EnglishWriter, makePerson } from './english.mjs';
import { lexicon, topics } from './lexicon.mjs';
import { OtherWriter } from './other-writer.mjs';
import { slugMaker } from './slugs.mjs';
import { sections } from './taxonomy.mjs';
import { makeUlid } from './ulid.mjs';
import { otherLanguages } from './words/other-languages.mjs';
import { zipf } from './zipf.mjs';

const day = 86_400_000;
/** The generated newsroom's last moment; fixed, so that the same seed gives the same bytes on every day. */
const end = Date.parse('2026-11-01T00:00:00Z');
const years = 10;
const isoSeconds = (moment) => new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
const wordsOfAStory = { typical: 375, spread: 0.38, least: 60, most: 3000 };

/** Makes the stories of a newsroom one after the other, oldest first, so that each can link to those before it. */
export function* makeStories(random, count) {
	const newsroom = {
		slugOf: slugMaker(),
		section: zipf(sections, { exponent: 0.7 }),
		desk: zipf(
			Array.from({ length: 300 }, () => makeReporter(random)),
			{ exponent: 0.8 },
		),
		/** Published stories by section, for links. */
		published: new Map(sections.map(({ slug }) => [slug, []])),
	};
	const start = end - years * 365.25 * day;
	for (let index = 0; index < count; index += 1) {
		// A newsroom grows: later years hold more stories.
		const created = Math.floor(start + ((index + random.fraction()) / count) ** 0.8 * (end - start - day));
		yield makeStory(random, newsroom, created);
	}
}

function makeReporter(random) {
	const { first, surname } = makePerson(random);
	const name = `${first} ${surname}`;
	const hasPage = random.chance(0.4);
	return {
		name,
		role: random.chance(0.8) ? random.oneOf(lexicon.bylineRoles) : '',
		url: hasPage ? `https://the-lantern.example/people/${surname.toLowerCase().replace(/[^a-z]+/g, '')}` : '',
		person: null,
	};
}

function makeStory(random, newsroom, created) {
	const { slug: section, topic } = newsroom.section.choose(random);
	const language = chooseLanguage(random);
	const place = lexicon.places.choose(random);
	const { first, surname } = makePerson(random);
	const writer =
		language === 'en'
			? new EnglishWriter(random, topic, place)
			: new OtherWriter(random, language, `${first} ${surname}`);
	const { status, dates } = makeWorkflow(random, created);
	const id = makeUlid(random, created);
	const headline = writer.headline();
	const points = random.chance(0.45) ? random.between(2, 5) : 0;
	const length = wordsOfAStory.typical * Math.exp(random.normal() * wordsOfAStory.spread);
	const words = Math.min(wordsOfAStory.most, Math.max(wordsOfAStory.least, Math.round(length)));
	const keyPoints = Array.from({ length: points }, (_, index) => ({ id: `k${index + 1}`, text: writer.point() }));
	const links = findLinks(random, newsroom, section);
	const story = {
		$schema: 'urn:galley:article:1',
		id,
		slug: newsroom.slugOf(headline),
		language,
		status,
		headline,
		standfirst: random.chance(0.97) ? writer.standfirst() : '',
		byline: makeByline(random, newsroom),
		dateline: {
			place: random.chance(0.8) ? place : '',
			date: random.chance(0.3) ? isoSeconds(created).slice(0, 10) : null,
		},
		categories: chooseCategories(random, newsroom, section),
		tags: chooseTags(random, topics[topic]),
		trending: end - created < 30 * day && random.chance(0.25),
		leadImage: null,
		keyPoints,
		body: makeBody(random, writer, words, points > 0, 'archive.example'),
		related: links.related,
		nextRead: links.nextRead,
		newsletter: random.chance(0.9),
		comments: random.chance(0.8) ? 'open' : 'closed',
		corrections: makeCorrections(random, writer, dates),
		withdrawal: null,
		formerSlugs: [],
		embargo: { untilLifted: false, reason: '' },
		statusHistory: [],
		dates,
		seo: { title: random.chance(0.1) ? headline.slice(0, 60) : '', description: '', canonical: '' },
		notes: status === 'draft' || random.chance(0.05) ? `${writer.point()}\n${writer.point()}` : '',
		ignoredWords: [],
		targetWords: null,
	};
	if (status === 'published') newsroom.published.get(section).push(id);
	return story;
}

function chooseLanguage(random) {
	let choice = random.fraction();
	for (const [language, { share }] of Object.entries(otherLanguages)) {
		if (choice < share) return language;
		choice -= share;
	}
	return 'en';
}

/** Old stories are published or withdrawn; drafts and what waits for its day are of the last weeks. */
function makeWorkflow(random, created) {
	const age = end - created;
	const choice = random.fraction();
	const isNew = age < 120 * day;
	const later = (days) => Math.min(end, created + Math.floor((0.02 + random.fraction() ** 3) * days * day));
	const dates = {
		created: isoSeconds(created),
		updated: isoSeconds(later(20)),
		published: null,
		updateShown: null,
		scheduled: null,
		embargo: null,
	};
	if (isNew ? choice < 0.25 : choice < 0.01) return { status: 'draft', dates };
	if (isNew ? choice < 0.35 : choice < 0.012) return { status: 'review', dates };
	if (isNew ? choice < 0.5 : choice < 0.015) {
		if (random.chance(0.7)) dates.scheduled = isoSeconds(end + random.between(1, 60 * 24) * 3_600_000);
		if (random.chance(0.1)) dates.embargo = isoSeconds(end + random.between(1, 20) * day);
		return { status: 'ready', dates };
	}
	const published = later(3);
	dates.published = isoSeconds(published);
	dates.updated = isoSeconds(Math.min(end, published + Math.floor(random.fraction() ** 4 * 40 * day)));
	if (random.chance(0.15)) dates.scheduled = dates.published;
	return { status: random.chance(0.985) ? 'published' : 'withdrawn', dates };
}

function makeByline(random, newsroom) {
	const people = Array.from({ length: random.chance(0.82) ? 1 : 2 }, () => newsroom.desk.choose(random));
	return random.chance(0.02) ? [] : [...new Set(people)];
}

/** One in two hundred has no category yet, so that there are stories with problems. */
function chooseCategories(random, newsroom, section) {
	if (random.chance(0.005)) return [];
	const others = Array.from({ length: random.chance(0.4) ? random.between(1, 2) : 0 }, () => {
		return newsroom.section.choose(random).slug;
	});
	return [...new Set([section, ...others])];
}

function chooseTags(random, topic) {
	const tags = Array.from({ length: random.between(0, 4) }, () => {
		const choice = random.fraction();
		if (choice < 0.7) return topic.tags.choose(random);
		return choice < 0.9 ? lexicon.places.choose(random) : lexicon.nouns.choose(random).many;
	});
	return [...new Set(tags)];
}

/** Links to earlier stories, mostly recent ones of the same section. */
function findLinks(random, newsroom, section) {
	const candidates = newsroom.published.get(section);
	const pick = () => candidates[candidates.length - 1 - Math.floor(random.fraction() ** 2 * candidates.length)];
	const wanted = Math.min(candidates.length, random.chance(0.7) ? random.between(1, 4) : 0);
	const ids = new Set(Array.from({ length: wanted }, pick));
	const related = [...ids].map((article) => ({ article }));
	if (random.chance(0.08)) {
		related.push({
			url: `https://archive.example/${random.between(1, 99_999)}`,
			title: `From the archive, ${random.between(1950, 2015)}`,
			excerpt: '',
		});
	}
	return { related, nextRead: candidates.length > 0 && random.chance(0.6) ? { article: pick() } : null };
}

function makeCorrections(random, writer, { published, updated }) {
	if (published === null || !random.chance(0.02)) return [];
	const date = updated.slice(0, 10);
	const text = writer.point();
	const block = random.chance(0.5) ? 'b1' : null;
	return [{ kind: 'correction', date, text, block, priority: 'normal' }];
}
