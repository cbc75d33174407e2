import type { Article } from '../../model/article.ts';
import type { FieldRef } from '../../model/problem.ts';
import { countCharacters } from '../../text/character-count.ts';
import type { CheckId } from './check-table.ts';
import type { Rule } from './rule.ts';

/** A text of a story where readers meet it outside of its page. */
export interface PlaceText {
	/** The check that holds its limit. */
	readonly check: CheckId;
	/** What it is called, as "The headline in a search result". */
	readonly name: string;
	/** Its words, and the field that they come from. */
	text(article: Pick<Article, 'headline' | 'standfirst' | 'seo'>): { readonly text: string; readonly where: FieldRef };
}

/** A place where readers meet a story: its headline and the words below. */
export interface HeadlinePlace {
	readonly id: 'web' | 'search' | 'push' | 'social';
	readonly label: string;
	readonly title: PlaceText;
	readonly words: PlaceText;
}

const headline: PlaceText['text'] = (article) => ({ text: article.headline, where: { field: 'headline' } });
const standfirst: PlaceText['text'] = (article) => ({ text: article.standfirst, where: { field: 'standfirst' } });

/** Where readers meet a headline, in the order in which the places are shown. */
export const headlinePlaces: readonly HeadlinePlace[] = [
	{
		id: 'web',
		label: 'Web',
		title: { check: 'headline-long', name: 'The headline', text: headline },
		words: { check: 'standfirst-long', name: 'The standfirst', text: standfirst },
	},
	{
		id: 'search',
		label: 'Search result',
		title: {
			check: 'search-title-long',
			name: 'The title in a search result',
			text: (article) => (article.seo.title.trim() === '' ? headline(article) : ofSeo(article.seo.title)),
		},
		words: {
			check: 'search-description-long',
			name: 'The description in a search result',
			text: (article) => (article.seo.description.trim() === '' ? standfirst(article) : ofSeo(article.seo.description)),
		},
	},
	{
		id: 'push',
		label: 'Push note',
		title: { check: 'push-headline-long', name: 'The headline in a push note', text: headline },
		words: { check: 'push-standfirst-long', name: 'The standfirst in a push note', text: standfirst },
	},
	{
		id: 'social',
		label: 'Social card',
		title: { check: 'social-headline-long', name: 'The headline on a social card', text: headline },
		words: { check: 'social-standfirst-long', name: 'The standfirst on a social card', text: standfirst },
	},
];

function ofSeo(text: string) {
	return { text, where: { field: 'seo' } as const };
}

/** Rules about what fits where readers meet a headline outside of its page; that of the page has rules of its own. */
export const placeRules: readonly Rule[] = headlinePlaces
	.filter(({ id }) => id !== 'web')
	.flatMap(({ title, words }) => [title, words])
	.map(({ check, name, text }) => ({
		check,
		find(article, { checks }) {
			const { text: words, where } = text(article);
			const count = countCharacters(words);
			const most = checks.limit(check);
			return count > most
				? [{ where, message: `${name} has ${count} characters; at most ${most} is the rule here` }]
				: [];
		},
	}));
