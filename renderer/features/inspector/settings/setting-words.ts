import type { Article } from '#shared/model/article.ts';
import type { DateStyle } from '#shared/text/format-date.ts';
import { languageName } from '#shared/text/language-name.ts';
import { isPlaceholderSlug } from '#shared/text/slug.ts';
import { formatDay, formatMoment } from './format-when.ts';

type Dated = Pick<Article, 'status' | 'dates' | 'embargo' | 'withdrawal'>;

/** When readers get a story or got it: "Not scheduled", "Published on 3 May, updated on 4 May". */
export function dateWords(story: Dated, { locale, timeZone }: DateStyle, now: Date): string {
	const { dates, embargo } = story;
	const day = (moment: string) => formatDay(moment, locale, timeZone, now);
	const time = (moment: string) => formatMoment(moment, locale, timeZone, now);
	const words = [wayWords(story, day, time, now)];
	if (embargo.untilLifted) words.push('under embargo until it is lifted');
	else if (dates.embargo !== null && isAhead(dates.embargo, now))
		words.push(`under embargo until ${time(dates.embargo)}`);
	return words.join(', ');
}

type Written = (moment: string) => string;

function wayWords({ status, dates, withdrawal }: Dated, day: Written, time: Written, now: Date): string {
	if (status === 'withdrawn') return withdrawal?.date ? `Withdrawn on ${day(withdrawal.date)}` : 'Withdrawn';
	if (status === 'published' && dates.published !== null) {
		const published = `Published on ${day(dates.published)}`;
		return dates.updateShown === null ? published : `${published}, updated on ${day(dates.updateShown)}`;
	}
	if (dates.scheduled !== null)
		return `${isAhead(dates.scheduled, now) ? 'Scheduled' : 'Was scheduled'} for ${time(dates.scheduled)}`;
	return dates.published === null ? 'Not scheduled' : `Not scheduled, dated ${day(dates.published)}`;
}

const isAhead = (moment: string, now: Date) => Date.parse(moment) > now.getTime();

/** Where readers find a story, and in which language: "harbour-wall, in French". */
export function addressWords({ slug, language, status }: Pick<Article, 'slug' | 'language' | 'status'>): string {
	const address = status === 'draft' && isPlaceholderSlug(slug) ? 'Made from the headline later' : slug;
	return `${address}, in ${languageName(language)}`;
}

/** What search engines are told that is not the story's own. */
export function seoWords({ title, description, canonical }: Article['seo']): string {
	const own = [...(title === '' ? [] : ['title']), ...(description === '' ? [] : ['description'])];
	const words = own.length === 0 ? 'As headline and standfirst' : `Their own ${own.join(' and ')}`;
	return canonical === '' ? words : `${words}; first appeared elsewhere`;
}

/** How many notes readers see: "2, the last of 3 May". */
export function correctionsWords(
	corrections: Article['corrections'],
	{ locale, timeZone }: DateStyle,
	now: Date,
): string {
	const [latest] = corrections.map(({ date }) => date).sort((one, other) => Date.parse(other) - Date.parse(one));
	if (latest === undefined) return 'None';
	const day = formatDay(latest, locale, timeZone, now);
	return corrections.length === 1 ? `One, of ${day}` : `${corrections.length}, the last of ${day}`;
}
