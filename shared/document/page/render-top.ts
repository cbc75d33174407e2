import type { Article } from '../../model/article.ts';
import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import type { LinkedStory } from '../../model/linked-story.ts';
import { peopleBySlug } from '../../model/person.ts';
import { dayIn, formatDay, formatFullDate, formatTime } from '../../text/format-date.ts';
import { authorsOf } from '../byline.ts';
import { picture, pictureWords } from './markup.ts';
import type { PageInput } from './page-input.ts';
import { correctionNotes } from './render-corrections.ts';
import { articleAttributes, categoryChips, knownCategories } from './render-links.ts';
import { pageStyle, pageWords } from './words/index.ts';

/** From the date line to the lead picture. */
export function renderTop(page: PageInput): SafeHtml {
	const { article } = page;
	const words = pageWords(article.language);
	const standfirst =
		article.standfirst.trim() === '' ? '' : `<p class="g-standfirst">${escapeText(article.standfirst)}</p>`;
	return [
		strip(page),
		categoryChips(knownCategories(page.categories, article.categories), words.categories),
		`<h1 class="g-headline">${escapeText(article.headline.trim() || words.untitled)}</h1>`,
		standfirst,
		bylineRow(page),
		correctionNotes(page, 'high'),
		leadImage(page),
	]
		.filter((part) => part !== '')
		.join('\n');
}

/** The moment that a story's page carries: when it was published, or will be, or now. */
function pageMoment(article: Article, now: Date): Date {
	const moment = article.dates.published ?? article.dates.scheduled;
	return moment === null ? now : new Date(moment);
}

function dateLine({ article, newsroom, now }: PageInput): SafeHtml {
	const moment = pageMoment(article, now);
	return `<p class="g-date"><time datetime="${moment.toISOString()}">${escapeText(formatFullDate(moment, pageStyle(article.language, newsroom)))}</time>${updateLine(article, newsroom)}</p>`;
}

/** What readers are told of the last update, with its time where that is the day of the date line. */
function updateLine(
	{ language, dates: { updateShown, published } }: Article,
	newsroom: PageInput['newsroom'],
): SafeHtml {
	if (updateShown === null) return '';
	const moment = new Date(updateShown);
	const style = pageStyle(language, newsroom);
	const { timeZone } = newsroom;
	const isSameDay = published !== null && dayIn(new Date(published), timeZone) === dayIn(moment, timeZone);
	const told = isSameDay ? formatTime(moment, style) : formatDay(dayIn(moment, timeZone), style.locale);
	const time = `<time datetime="${moment.toISOString()}"><bdi>${escapeText(told)}</bdi></time>`;
	return ` <span class="g-updated">${pageWords(language).updated(time)}</span>`;
}

function strip(page: PageInput): SafeHtml {
	const others = page.trending.filter((story) => story.id !== page.article.id);
	const many = others.length === 0 ? '' : ' g-strip-many';
	return `<div class="g-strip${many}">${dateLine(page)}${trendingStrip(page, others)}</div>`;
}

function trendingStrip(page: PageInput, others: readonly LinkedStory[]): SafeHtml {
	if (others.length === 0 && !page.article.trending) return '';
	const words = pageWords(page.article.language);
	const links = others.map(
		(story) =>
			`<li dir="auto"><a ${articleAttributes(page, story.id, story.slug)}>${escapeText(story.headline.trim() || words.untitled)}</a></li>`,
	);
	const list = links.length === 0 ? '' : `<ul>${links.join('')}</ul>`;
	return `<nav class="g-trending" aria-label="${escapeAttribute(words.trending)}"><p>${escapeText(words.trending)}</p>${list}</nav>`;
}

function bylineRow({ article, newsroom, people: known }: PageInput): SafeHtml {
	const words = pageWords(article.language);
	const style = pageStyle(article.language, newsroom);
	const authors = authorsOf(article.byline, peopleBySlug(known));
	const people = authors.map((person) => {
		const name = `<b><bdi>${escapeText(person.name)}</bdi></b>`;
		const linked =
			person.url === ''
				? name
				: `<a href="${escapeAttribute(person.url)}" rel="author noopener noreferrer">${name}</a>`;
		return person.role.trim() === ''
			? linked
			: `${linked}${words.comma}<bdi class="g-role">${escapeText(person.role)}</bdi>`;
	});
	const hasRoles = authors.some((person) => person.role.trim() !== '');
	const by =
		people.length === 0
			? ''
			: `<p class="g-byline">${words.by(hasRoles ? people.join(words.semicolon) : listed(people, style.locale))}</p>`;
	const filed = [
		article.dateline.place.trim() === '' ? '' : `<bdi>${escapeText(article.dateline.place)}</bdi>`,
		article.dateline.date === null
			? ''
			: `<time datetime="${article.dateline.date}"><bdi>${escapeText(formatDay(article.dateline.date, style.locale))}</bdi></time>`,
	].filter((part) => part !== '');
	const dateline = filed.length === 0 ? '' : `<p class="g-dateline">${filed.join(words.comma)}</p>`;
	return by === '' && dateline === '' ? '' : `<div class="g-by">${by}${dateline}</div>`;
}

/** "A and B", "A, B and C", as a language lists names. */
function listed(people: readonly SafeHtml[], locale: string): SafeHtml {
	const places = people.map((_, index) => String(index));
	return new Intl.ListFormat(locale)
		.formatToParts(places)
		.map(({ type, value }) => (type === 'element' ? (people[Number(value)] ?? '') : value))
		.join('');
}

function leadImage({ article, mediaUrl }: PageInput): SafeHtml {
	if (!article.leadImage) return '';
	return `<figure class="g-lead">${picture(article.leadImage, { mediaUrl })}${pictureWords(article.leadImage)}</figure>`;
}
