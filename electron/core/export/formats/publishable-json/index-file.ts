import type { ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { PublishableArticle } from '#shared/model/publishable.ts';
import type { PublishableIndex, PublishableIndexEntry } from '#shared/model/publishable-site.ts';
import { firstImage } from '../../link-card.ts';
import { shownDate } from '../../shown-date.ts';

/** What `index.json` says of one story. */
export interface IndexLine {
	readonly id: ArticleId;
	/** Its file. */
	readonly json: string;
	/** The date that it is sorted by, in milliseconds. */
	readonly at: number;
	/** Its entry as it is written: far smaller in memory than the values in it. */
	readonly text: string;
}

/** Makes the line of a story. */
export function indexLine(story: PublishableArticle): IndexLine {
	const before = '[\n  [\n';
	// As deep as it stands in the file, so that it comes with its spaces.
	const text = JSON.stringify([[indexEntry(story)]], null, 2).slice(before.length, -before.length);
	return { id: story.id, json: story.json, at: Date.parse(shownDate(story)), text };
}

/** The line of a story by its entry in an `index.json` that was written before. */
export function lineOfEntry(text: string): IndexLine {
	return { id: lineValue(text, 'id'), json: lineValue(text, 'json'), at: Date.parse(lineValue(text, 'date')), text };
}

/** A text in an entry. Its name stands at the beginning of a line, where no text that somebody wrote can stand. */
function lineValue(entry: string, name: 'id' | 'json' | 'date'): string {
	const before = `\n      "${name}": "`;
	const start = entry.indexOf(before) + before.length;
	return entry.slice(start, entry.indexOf('"', start));
}

/** The entries of an `index.json`, just as `indexPieces` wrote them, by story: to parse all of it takes ten times as long. */
export function indexEntries(text: string): Map<ArticleId, string> {
	const end = '\n    }';
	const start = '\n  "articles": [\n';
	const entries = new Map<ArticleId, string>();
	if (!text.includes(start)) return entries;
	const inside = text.slice(text.indexOf(start) + start.length, text.lastIndexOf(end) + end.length);
	for (const part of inside.split(`${end},\n`)) {
		const entry = part.endsWith(end) ? part : part + end;
		entries.set(lineValue(entry, 'id'), entry);
	}
	return entries;
}

function indexEntry(story: PublishableArticle): PublishableIndexEntry {
	return {
		id: story.id,
		slug: story.slug,
		url: story.url,
		json: story.json,
		language: story.language,
		headline: story.headline,
		standfirst: story.standfirst,
		byline: story.byline.map((person) => person.name),
		categories: story.categories,
		tags: story.tags,
		date: shownDate(story),
		updated: story.dates.updated,
		image: firstImage(story),
		trending: story.trending,
		readingMinutes: story.readingMinutes,
	};
}

/** `index.json` in pieces, newest first; stories of one moment stand in the order of their ids. */
export function* indexPieces(newsroom: Newsroom, lines: readonly IndexLine[]): Generator<string> {
	const { name, siteUrl, language, locale, timeZone, newsletter } = newsroom;
	const empty: PublishableIndex = {
		$schema: 'urn:galley:schema:index:1',
		newsroom: {
			name,
			siteUrl,
			language,
			locale,
			timeZone,
			newsletter: { title: newsletter.title, text: newsletter.text, button: newsletter.button },
		},
		articles: [],
	};
	const whole = `${JSON.stringify(empty, null, 2)}\n`;
	if (lines.length === 0) {
		yield whole;
		return;
	}
	yield `${whole.slice(0, -']\n}\n'.length)}\n`;
	const sorted = [...lines].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
	for (const [number, { text }] of sorted.entries()) {
		if (number > 0) yield ',\n';
		yield text;
	}
	yield '\n  ]\n}\n';
}
