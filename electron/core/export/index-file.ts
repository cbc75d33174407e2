import type { ArticleId } from '#shared/model/article.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type {
	PublishableArticle,
	PublishableImage,
	PublishableIndex,
	PublishableIndexEntry,
} from '#shared/model/publishable.ts';

/** What `index.json` says of one story, and where it stands there. */
export interface IndexLine {
	readonly id: ArticleId;
	/** The date that it is sorted by, in milliseconds. */
	readonly at: number;
	/** Its entry, as UTF-8 within these bytes. */
	readonly bytes: Uint8Array;
	readonly from: number;
	readonly length: number;
}

/** What the front page gets of a story, as it is written. */
export function indexEntryText(story: PublishableArticle): string {
	const before = '[\n  [\n';
	// As deep as it stands in the file, so that it comes with its spaces.
	return JSON.stringify([[indexEntry(story)]], null, 2).slice(before.length, -before.length);
}

/** The date that a story is sorted by, in milliseconds. */
export function indexDate({ dates }: PublishableArticle): number {
	return Date.parse(shownDate(dates));
}

function shownDate({ published, scheduled, updated }: PublishableArticle['dates']): string {
	return published ?? scheduled ?? updated;
}

function indexEntry(story: PublishableArticle): PublishableIndexEntry {
	const firstImage = story.leadImage ?? story.body.find((block) => block.type === 'image') ?? null;
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
		date: shownDate(story.dates),
		updated: story.dates.updated,
		image: firstImage && imageOf(firstImage),
		trending: story.trending,
		readingMinutes: story.readingMinutes,
	};
}

function imageOf({ src, width, height, hash, alt }: PublishableImage): PublishableImage {
	return { src, width, height, hash, alt };
}

/** Newest first, stories of one moment in the order of their ids. */
export function compareLines(a: IndexLine, b: IndexLine): number {
	return b.at - a.at || (a.id < b.id ? -1 : 1);
}

/** `index.json` in pieces, the lines in their order. */
export function* indexPieces(newsroom: Newsroom, lines: readonly IndexLine[]): Generator<string | Uint8Array> {
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
	for (const [number, { bytes, from, length }] of lines.entries()) {
		if (number > 0) yield ',\n';
		yield bytes.subarray(from, from + length);
	}
	yield '\n  ]\n}\n';
}
