import fc from 'fast-check';
import { Article, type ArticleLink, articleSchemaUrn, type OutsideLink } from '../article.ts';
import type { Block, ListBody } from '../block.ts';
import { canonicalInlineHtml, makeRun, markNames, serializeInlineHtml } from '../inline-html.ts';
import { Status } from '../status.ts';
import { toLine, toLines } from '../text.ts';

/** Letters that stories meet and that code gets wrong: markup, quotes, other scripts, emoji, odd white space. */
const oddText = fc.constantFrom(
	'&amp;',
	'<b>',
	'"quoted"',
	'\u00a0',
	'  ',
	'\u200d',
	'\u200f',
	'e\u0301',
	'Ünïcödé',
	'Привет',
	'東京',
	'مرحبا',
	'👩‍👩‍👧',
	'𝒳',
	'\\',
	'__proto__',
	'\u200b',
	"don't",
);
const someText = fc
	.array(
		fc.oneof({ weight: 4, arbitrary: fc.lorem({ maxCount: 4 }) }, oddText, fc.string({ unit: 'binary', maxLength: 6 })),
		{
			maxLength: 5,
		},
	)
	.chain((parts) => fc.constantFrom('', ' ', ' \u2009').map((space) => parts.join(space)));

/** One line of plain text, as `Line` leaves it. */
export const lineArbitrary = someText.map(toLine);
const linesArbitrary = fc.array(someText, { maxLength: 4 }).map((lines) => toLines(lines.join('\n')));

const webUrl = fc.constantFrom(
	'https://example.org/',
	'http://example.org/a?b=c&d="e"#f',
	'https://sub.example.org:8080/%E2%9C%93/ü',
	'https://example.org/it%27s/<x>',
);
const hrefs = fc.oneof(
	webUrl,
	fc.constantFrom('mailto:desk@example.org', 'tel:+3225550199', '/about', '#top', '?page=2'),
);
const run = fc
	.tuple(someText, fc.subarray([...markNames], { maxLength: 4 }), hrefs)
	.map(([text, marks, href]) => makeRun(text, marks, href));

/** Canonical inline HTML with every mark. */
export const inlineHtmlArbitrary = fc
	.array(run, { maxLength: 5 })
	.map((runs) => canonicalInlineHtml(serializeInlineHtml(runs)));

const blockId = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/);
const slugArbitrary = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const articleId = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const moment = fc
	.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) })
	.map((time) => new Date(time).toISOString());
const day = moment.map((text) => text.slice(0, 10));
const mediaPath = fc
	.tuple(fc.stringMatching(/^[0-9a-f]{12}$/), fc.constantFrom('png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'))
	.map(([hash, extension]) => `media/2025/03/${hash}.${extension}`);
const fraction = fc.integer({ min: 0, max: 1000 }).map((thousandth) => thousandth / 1000);
const focus = fc.option(fc.tuple(fraction, fraction), { nil: null });

const pictureShape = { media: mediaPath, alt: lineArbitrary, caption: lineArbitrary, credit: lineArbitrary };
const picture = fc.record({ ...pictureShape, focus });

const size = fc.constantFrom('column' as const, 'wide' as const, 'full' as const);

const listBody = (depth: number): fc.Arbitrary<ListBody> =>
	fc.record({
		ordered: fc.boolean(),
		items: fc.array(
			fc.record({
				html: inlineHtmlArbitrary,
				children: depth > 0 ? fc.option(listBody(depth - 1), { nil: null, freq: 2 }) : fc.constant(null),
			}),
			{ minLength: 1, maxLength: 3 },
		),
	});

const tableRows = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([columns, rows]) =>
	fc.array(fc.array(inlineHtmlArbitrary, { minLength: columns, maxLength: columns }), {
		minLength: rows,
		maxLength: rows,
	}),
);

const align = fc.array(fc.constantFrom('start' as const, 'center' as const, 'end' as const), { maxLength: 3 });

const is = <const Type extends string>(type: Type) => fc.constant(type);
const block: fc.Arbitrary<Block> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ id: blockId, type: is('paragraph'), html: inlineHtmlArbitrary }) },
	fc.record({
		id: blockId,
		type: is('subhead'),
		level: fc.constantFrom(2 as const, 3 as const, 4 as const),
		html: inlineHtmlArbitrary,
	}),
	fc.record({ id: blockId, type: is('keyPoints') }),
	fc.record({ id: blockId, type: is('quote'), html: inlineHtmlArbitrary, attribution: lineArbitrary }),
	fc.record({ id: blockId, type: is('pullquote'), html: inlineHtmlArbitrary, attribution: lineArbitrary }),
	fc
		.tuple(blockId, listBody(2), fc.option(fc.integer({ min: 0, max: 3000 }), { nil: 1 }))
		.map(([id, { ordered, items }, start]): Block => ({ id, type: 'list', ordered, start, items })),
	fc.record({ id: blockId, type: is('image'), ...pictureShape, focus, size }),
	fc.record({
		id: blockId,
		type: is('gallery'),
		images: fc.array(fc.record(pictureShape), { minLength: 1, maxLength: 3 }),
		caption: lineArbitrary,
		size,
	}),
	fc.record({
		id: blockId,
		type: is('embed'),
		url: fc.oneof(webUrl, fc.constant('https://youtu.be/dQw4w9WgXcQ')),
		title: lineArbitrary,
		caption: lineArbitrary,
		picture: fc.option(mediaPath, { nil: null }),
	}),
	fc.record({
		id: blockId,
		type: is('table'),
		headerRow: fc.boolean(),
		rows: tableRows,
		caption: lineArbitrary,
		align,
	}),
	fc.record({ id: blockId, type: is('divider') }),
);

/** A body whose block ids are unique and that holds at most one key-points box. */
const body = fc.uniqueArray(block, { selector: (each) => each.id, maxLength: 12 }).map((blocks) => {
	const first = blocks.findIndex((each) => each.type === 'keyPoints');
	return blocks.filter((each, index) => each.type !== 'keyPoints' || index === first);
});

const articleLink: fc.Arbitrary<ArticleLinkValue> = fc.record({ article: articleId });
const outsideLink: fc.Arbitrary<OutsideLinkValue> = fc.record({
	url: webUrl,
	title: lineArbitrary,
	excerpt: lineArbitrary,
});
type ArticleLinkValue = ReturnType<typeof ArticleLink.parse>;
type OutsideLinkValue = ReturnType<typeof OutsideLink.parse>;
const storyLink = fc.oneof(articleLink, outsideLink);

/** Valid stories in canonical form, with every block and field: `Article.parse` changes none of them. */
export const articleArbitrary: fc.Arbitrary<Article> = fc
	.record({
		$schema: fc.constant(articleSchemaUrn),
		id: articleId,
		slug: slugArbitrary,
		language: fc.constantFrom('en', 'pt-BR', 'ar', 'zh-Hant-TW'),
		status: fc.constantFrom('draft', 'review', 'ready', 'published', 'withdrawn'),
		headline: lineArbitrary,
		standfirst: lineArbitrary,
		byline: fc.array(
			fc.record({
				name: lineArbitrary,
				role: lineArbitrary,
				url: fc.oneof(webUrl, fc.constant('')),
				person: fc.option(slugArbitrary, { nil: null }),
			}),
			{ maxLength: 3 },
		),
		dateline: fc.record({ place: lineArbitrary, date: fc.option(day, { nil: null }) }),
		categories: fc.uniqueArray(slugArbitrary, { maxLength: 4 }),
		tags: fc.array(lineArbitrary, { maxLength: 4 }),
		trending: fc.boolean(),
		leadImage: fc.option(picture, { nil: null }),
		keyPoints: fc.uniqueArray(fc.record({ id: blockId, text: lineArbitrary }), {
			selector: (point) => point.id,
			maxLength: 5,
		}),
		body,
		related: fc.array(storyLink, { maxLength: 4 }),
		nextRead: fc.option(storyLink, { nil: null }),
		newsletter: fc.boolean(),
		comments: fc.constantFrom('open', 'closed'),
		corrections: fc.array(
			fc.record({
				kind: fc.constantFrom('correction', 'clarification'),
				date: fc.oneof(day, moment),
				text: lineArbitrary,
				block: fc.option(blockId, { nil: null }),
				priority: fc.constantFrom('high', 'normal'),
			}),
			{ maxLength: 2 },
		),
		embargo: fc.record({ untilLifted: fc.boolean(), reason: lineArbitrary }),
		statusHistory: fc.array(
			fc.record({ status: fc.constantFrom(...Status.options), date: moment, who: lineArbitrary }),
			{ maxLength: 3 },
		),
		withdrawal: fc.option(
			fc.record({
				kind: fc.constantFrom('mistake', 'legal', 'expired', 'replaced', 'unstated'),
				note: lineArbitrary,
				replacedBy: fc.option(storyLink, { nil: null }),
				date: moment,
			}),
			{ nil: null, freq: 2 },
		),
		formerSlugs: fc.uniqueArray(fc.constantFrom('old-wall', 'older-wall', 'oldest-wall'), { maxLength: 2 }),
		dates: fc.record({
			created: moment,
			updated: moment,
			published: fc.option(moment, { nil: null }),
			updateShown: fc.option(moment, { nil: null }),
			scheduled: fc.option(moment, { nil: null }),
			embargo: fc.option(moment, { nil: null }),
		}),
		seo: fc.record({ title: lineArbitrary, description: lineArbitrary, canonical: fc.oneof(webUrl, fc.constant('')) }),
		notes: linesArbitrary,
		targetWords: fc.option(fc.integer({ min: 1, max: 2000 })),
		ignoredWords: fc.uniqueArray(fc.constantFrom('Lund', 'lorri', 'percent'), { maxLength: 2 }),
	})
	.map((story) => Article.parse(story));
