import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** As `pauseBeforeNote` in renderer/session/saving/journal-writer.ts, with all that the note waits for a moment between two keys. */
const longestBeforeNote = 300 + 100;
const longestStory = 900;

/** The numbers of all marked words in a story. */
export function wordsOf(article) {
	return new Set(Array.from(JSON.stringify(article).matchAll(/\bword(\d+)\b/g), ([, number]) => Number(number)));
}

const adding = (text, word) => (text === '' ? word : `${text} ${word}`);

/** Where the editor types, and how a word gets there. */
const fields = [
	(article, word) => ({ ...article, body: intoBody(article.body, word) }),
	(article, word) => ({ ...article, body: intoBody(article.body, word) }),
	(article, word) => ({ ...article, headline: adding(article.headline, word) }),
	(article, word) => ({ ...article, standfirst: adding(article.standfirst, word) }),
	(article, word) => ({ ...article, notes: adding(article.notes, word) }),
	(article, word) => ({ ...article, tags: [...article.tags, word] }),
	(article, word) => ({ ...article, keyPoints: [...article.keyPoints, { id: `p-${word}`, text: word }] }),
	(article, word) => ({ ...article, seo: { ...article.seo, description: adding(article.seo.description, word) } }),
];

function intoBody(body, word) {
	const last = body.at(-1);
	if (last === undefined || last.html.length > 300)
		return [...body, { id: `b-${word}`, type: 'paragraph', html: word }];
	return [...body.slice(0, -1), { ...last, html: adding(last.html, word) }];
}

/** One story as the editor has it open, and what the host has acknowledged of it. */
export class OpenStory {
	/** Every word typed since the host started: its number and when. */
	typed = [];
	/** Words that the editor took out again; nobody has to keep them. */
	removed = new Set();
	/** The words of the last save and of the last note that were acknowledged. */
	saved = new Set();
	noted = new Set();
	/** Revisions of acknowledged saves by hand; the history must hold each. */
	explicit = [];
	session = randomUUID();
	#version = 0;
	#savedVersion = 0;
	#notedVersion = 0;
	#mayHaveEntry = false;
	#lastNote = Promise.resolve();

	constructor(article, revision) {
		this.article = article;
		this.basedOn = revision;
		this.saved = wordsOf(article);
	}

	/** Opens the story anew, as after a start. */
	open(article, revision) {
		this.article = article;
		this.basedOn = revision;
		this.saved = wordsOf(article);
		this.noted = new Set();
		for (const word of this.saved) this.removed.delete(word);
		this.typed = [];
		this.explicit = [];
		this.session = randomUUID();
		this.#version = 0;
		this.#savedVersion = 0;
		this.#notedVersion = 0;
		this.#mayHaveEntry = false;
	}

	type(number, field) {
		this.article = fields[field](this.article, `word${number}`);
		this.typed.push({ number, at: performance.now() });
		this.#version += 1;
	}

	/** Takes most of a story out once it is long, so that a thousand kills do not end in a book. */
	shorten() {
		const words = wordsOf(this.article);
		if (words.size < longestStory) return;
		const { body, seo } = this.article;
		const empty = {
			headline: '',
			standfirst: '',
			notes: '',
			tags: [],
			keyPoints: [],
			seo: { ...seo, description: '' },
		};
		this.article = { ...this.article, ...empty, body: body.slice(-2) };
		const left = wordsOf(this.article);
		for (const word of words) if (!left.has(word)) this.removed.add(word);
		this.#version += 1;
	}

	get isUnsaved() {
		return this.#version !== this.#savedVersion;
	}

	async save(host, reason) {
		const { article, basedOn, session } = this;
		const version = this.#version;
		const from = { session, version };
		const outcome = await host.must('articles.save', { article, basedOn, reason, from });
		if (outcome.kind !== 'saved') throw new Error(`A save ended as ${outcome.kind}.`);
		if (outcome.warning !== undefined) throw new Error(outcome.warning);
		this.saved = wordsOf(article);
		if (reason === 'explicit') this.explicit.push(outcome.revision);
		this.basedOn = outcome.revision;
		this.article = { ...this.article, slug: outcome.article.slug, dates: outcome.article.dates };
		this.#savedVersion = version;
	}

	/** Whether something is neither saved nor noted. */
	get isAtRisk() {
		return this.isUnsaved && this.#notedVersion !== this.#version;
	}

	/**
	 * Notes what is unsaved, or clears the note of what is saved, as the desk does: one request at a time. True when
	 * something was noted.
	 */
	note(host) {
		const note = this.#lastNote.then(() => this.#noteNow(host));
		this.#lastNote = note.catch(() => {}); // whoever asked for it hears of the failure
		return note;
	}

	async #noteNow(host) {
		const { article, basedOn, session } = this;
		if (!this.isUnsaved) {
			if (this.#mayHaveEntry) await host.must('journal.clear', { session, id: article.id });
			this.#mayHaveEntry = false;
			return false;
		}
		if (!this.isAtRisk) return false;
		const version = this.#version;
		this.#mayHaveEntry = true;
		await host.must('journal.write', { session, version, basedOn, article });
		this.noted = wordsOf(article);
		this.#notedVersion = version;
		// Saved while it was being noted: the entry is older than the file.
		if (!this.isUnsaved) await this.#noteNow(host);
		return true;
	}
}

/** Types into the stories, notes and saves them, until the host or the page is killed. Resolves then; rejects for any other end. */
export async function typeUntilKilled(host, stories, random, nextWord, counts) {
	const loops = [typing(host, stories, random, nextWord)];
	for (const story of stories) loops.push(noting(host, story, counts), saving(host, story, random, counts));
	const ends = await Promise.allSettled(loops);
	const broken = ends.find((end) => end.status === 'rejected');
	if (broken) throw broken.reason;
}

async function typing(host, stories, random, nextWord) {
	for (const story of stories) story.shorten();
	while (host.endedAt === null) {
		const story = stories[Math.floor(random() * stories.length)];
		const field = Math.floor(random() * fields.length);
		for (let left = 3 + random() * 40; left > 0 && host.endedAt === null; left -= 1) {
			story.type(nextWord(), field);
			await wait(2 + random() * 8);
		}
	}
}

/** The first change that is not noted is noted 400 ms after it was made; typing on does not put it off. */
async function noting(host, story, counts) {
	await untilKilled(host, async () => {
		await until(host, () => story.isAtRisk);
		await wait(longestBeforeNote);
		const asked = performance.now();
		if (!(await story.note(host))) return;
		counts.notes += 1;
		counts.slowestNote = Math.max(counts.slowestNote, (performance.now() - asked) / 1000);
	});
}

/** In half of the stories more often than the desk saves, so that many kills meet a save; else about as seldom. */
async function saving(host, story, random, counts) {
	const longest = random() < 0.5 ? 400 : 4000;
	await untilKilled(host, async () => {
		await until(host, () => story.isUnsaved);
		await wait(40 + random() * longest);
		await story.save(host, random() < 0.3 ? 'explicit' : 'auto');
		counts.saves += 1;
		if (!story.isUnsaved) await story.note(host);
	});
}

async function until(host, isSo) {
	while (host.endedAt === null && !isSo()) await wait(5);
}

async function untilKilled(host, turn) {
	while (host.endedAt === null) {
		try {
			await turn();
		} catch (error) {
			// What was under way when the host was killed got no answer.
			if (host.endedAt === null) throw error;
		}
	}
}
