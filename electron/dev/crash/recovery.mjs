import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from './scripted-editor.mjs';

/** Counts the files in these folders that are not whole: JSON that does not parse. Unfinished writes have other names. */
export function unreadableFiles(folders) {
	const unreadable = [];
	for (const folder of folders) {
		for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
			if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
			const path = join(entry.parentPath ?? entry.path, entry.name);
			try {
				JSON.parse(readFileSync(path, 'utf8'));
			} catch (error) {
				unreadable.push(`${path}: ${error.message}`);
			}
		}
	}
	return unreadable;
}

/**
 * Brings the stories back as the desk does, and answers all that is lost, unreadable or wrongly offered since `killedAt`,
 * each in a sentence.
 */
export async function recover(host, stories, killedAt) {
	const found = { lost: [], unreadable: [], older: [], asked: [], secondsLost: 0, recovered: 0 };
	const broken = await host.must('articles.damaged', {});
	const damaged = await bringBack(host, stories, found);
	for (const { path, reason } of [...damaged, ...broken]) found.unreadable.push(`${path}: ${reason}`);
	for (const story of stories) await lookAtStory(host, story, killedAt, found);
	return found;
}

/** Restores what may come back without a question; everything else that is offered is a fault, as one person typed it. */
async function bringBack(host, stories, found) {
	for (;;) {
		const { work, damaged } = await host.must('journal.pending', { sessions: [] });
		for (const each of work)
			lookAtOffer(
				each,
				stories.find(({ article }) => article.id === each.id),
				found,
			);
		const [next] = work;
		if (next === undefined) return damaged;
		const { id, session, advice, theirs } = next;
		const isRestored = advice.kind === 'restore';
		const choice = isRestored ? { keep: 'mine', article: advice.article } : { keep: 'theirs' };
		const outcome = await host.must('journal.resolve', { id, session, basedOn: theirs?.revision ?? null, ...choice });
		if (outcome.kind !== (isRestored ? 'saved' : 'discarded')) throw new Error(`Recovering ended as ${outcome.kind}.`);
		if (isRestored) found.recovered += 1;
	}
}

/** Notes what is wrong with an offer: it says less than the file, or asks although nobody else has written. */
export function lookAtOffer({ id, mine, advice, theirs }, { removed }, { older, asked }) {
	if (advice.kind !== 'restore') asked.push(`${id}: ${JSON.stringify(advice)}`);
	if (theirs === null) return;
	const offered = wordsOf(advice.kind === 'restore' ? advice.article : mine);
	const missing = [...wordsOf(theirs.article)].filter((word) => !offered.has(word) && !removed.has(word));
	if (missing.length > 0) older.push(`${id}: the file has ${missing}, which is not in what is offered`);
	if (newestOf(offered) < newestOf(wordsOf(theirs.article))) older.push(`${id}: what is offered ends before the file`);
}

async function lookAtStory(host, story, killedAt, found) {
	const { article, revision } = await host.must('articles.get', { id: story.article.id });
	const words = wordsOf(article);
	const missing = (wanted) => [...wanted].filter((word) => !words.has(word) && !story.removed.has(word));
	await lookInHistory(host, story, missing(story.saved), missing(story.noted), found);
	const gone = story.typed.find(({ number }) => !words.has(number) && !story.removed.has(number));
	if (gone) found.secondsLost = Math.max(found.secondsLost, (killedAt - gone.at) / 1000);
	story.open(article, revision);
}

async function lookInHistory(host, story, savedMissing, notedMissing, found) {
	const { id } = story.article;
	if (story.explicit.length === 0 && savedMissing.length === 0 && notedMissing.length === 0) return;
	const { revisions } = await host.must('history.list', { id, limit: 100 });
	const kept = new Set(revisions.map(({ revision }) => revision));
	for (const revision of story.explicit) {
		if (!kept.has(revision)) found.lost.push(`${id}: the history lacks the save by hand ${revision}`);
	}
	if (savedMissing.length === 0 && notedMissing.length === 0) return;
	const past = new Set();
	for (const { id: revision } of revisions) {
		for (const word of wordsOf(await host.must('history.get', { id, revision }))) past.add(word);
	}
	const lost = (wanted) => wanted.filter((word) => !past.has(word));
	if (lost(savedMissing).length > 0) found.lost.push(`${id}: saved words ${lost(savedMissing)} are nowhere`);
	if (lost(notedMissing).length > 0) found.lost.push(`${id}: noted words ${lost(notedMissing)} are nowhere`);
}

const newestOf = (words) => Math.max(-1, ...words);

/** Reads every revision of every story; answers those that cannot be read, and how many were read. */
export async function readHistories(host, stories) {
	const unreadable = [];
	let read = 0;
	for (const { article } of stories) {
		for (let cursor = null, isLast = false; !isLast; ) {
			const page = await host.must('history.list', { id: article.id, limit: 1000, cursor });
			if (cursor === null && page.unreadableBytes > 0) {
				unreadable.push(`the history of ${article.id}: ${page.unreadableBytes} bytes cannot be read`);
			}
			for (const { id: revision } of page.revisions) {
				const result = await host.call('history.get', { id: article.id, revision });
				if (!result.ok) unreadable.push(`revision ${revision} of ${article.id}: ${result.failure.message}`);
				read += 1;
			}
			cursor = page.next;
			isLast = cursor === null;
		}
	}
	return { unreadable, read };
}
