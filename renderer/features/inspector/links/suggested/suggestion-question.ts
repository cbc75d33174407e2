import type { SuggestionQuestion } from '#shared/contract/suggestions.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';

/** As many as can be shown when some of them are taken. */
const limit = 10;

/** The question for stories like one, within what the core takes. */
export function suggestionQuestion(article: Article): SuggestionQuestion {
	const { id, headline, standfirst, tags, categories, byline, language, related, nextRead } = article;
	const links = [...related, ...(nextRead === null ? [] : [nextRead])].filter(isArticleLink);
	const short = (texts: readonly string[], most: number, longest: number) =>
		texts.filter((text) => text.trim() !== '' && text.length <= longest).slice(0, most);
	return {
		id,
		text: `${headline} ${standfirst}`.slice(0, 4000),
		tags: short(tags, 50, 200),
		categories: categories.slice(0, 50),
		people: short(
			byline.map(({ name }) => name),
			20,
			400,
		),
		language,
		taken: links.map((link) => link.article).slice(0, 500),
		limit,
	};
}
