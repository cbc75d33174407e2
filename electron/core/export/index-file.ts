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
	/** Its entry as it is written. */
	readonly text: string;
}

/** What the front page gets of a story. */
export function indexLine(story: PublishableArticle): IndexLine {
	const entry = indexEntry(story);
	const text = JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ');
	return { id: story.id, at: Date.parse(entry.date), text: `    ${text}` };
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
		date: story.dates.published ?? story.dates.scheduled ?? story.dates.updated,
		updated: story.dates.updated,
		image: firstImage && imageOf(firstImage),
		trending: story.trending,
		readingMinutes: story.readingMinutes,
	};
}

function imageOf({ src, width, height, hash, alt }: PublishableImage): PublishableImage {
	return { src, width, height, hash, alt };
}

/** `index.json` in pieces: newest first, stories of one moment in the order of their ids. */
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
	let between = '';
	for (const { text } of [...lines].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))) {
		yield between + text;
		between = ',\n';
	}
	yield '\n  ]\n}\n';
}
