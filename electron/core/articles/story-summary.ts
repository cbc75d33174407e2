import type { ArticleSummary, LinkedStory } from '#shared/contract/articles.ts';
import { articleText, articleWordCount } from '#shared/document/article-text.ts';
import { blockPictures } from '#shared/document/blocks/index.ts';
import { checkArticle } from '#shared/document/checks/check-article.ts';
import type { CheckSettings } from '#shared/document/checks/check-settings.ts';
import { notesOf } from '#shared/document/corrections/notes.ts';
import { articleExcerpt } from '#shared/document/excerpt.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';
import { withholdingOf } from '#shared/model/withheld.ts';
import type { FiledStory, IndexedStory, ShownPicture } from './article-index.ts';

/** What the index holds of a story. */
export function indexedStory(
	{ article, path, revision, hasChanges }: FiledStory,
	checks: CheckSettings,
	now: Date,
): IndexedStory {
	const linked = linkedStory(article);
	const summary: ArticleSummary = {
		id: article.id,
		slug: article.slug,
		path,
		status: article.status,
		headline: article.headline,
		standfirst: article.standfirst,
		byline: article.byline.map((entry) => entry.name),
		categories: article.categories,
		tags: article.tags,
		language: article.language,
		trending: article.trending,
		image: linked.image,
		imageAlt: linked.imageAlt,
		dates: article.dates,
		wordCount: articleWordCount(article),
		hasChanges,
		errors: countOwnErrors(article, checks, now),
	};
	const nextRead = article.nextRead === null ? [] : [article.nextRead];
	const links = [...article.related, ...nextRead].filter(isArticleLink).map((link) => link.article);
	const words = {
		headline: article.headline,
		standfirst: article.standfirst,
		rest: [...article.tags, ...summary.byline, articleText(article)].join('\n'),
	};
	const noted = notesOf(article)[0]?.date ?? null;
	const pictures = picturesOf(article);
	return { summary, linked, links, words, formerSlugs: article.formerSlugs, pictures, revision, noted };
}

function picturesOf({ leadImage, body }: Article): ShownPicture[] {
	const shown = [
		...(leadImage === null ? [] : [leadImage]),
		...body.flatMap((block) => (block.type === 'embed' ? [] : blockPictures(block))),
	];
	return shown.map(({ media, alt, caption, credit }) => ({ media, alt, caption, credit }));
}

/** What links to a story show. */
export function linkedStory(article: Article): LinkedStory {
	const image = article.leadImage ?? article.body.find((block) => block.type === 'image') ?? null;
	return {
		id: article.id,
		slug: article.slug,
		headline: article.headline,
		excerpt: articleExcerpt(article),
		categories: article.categories,
		date: article.dates.published ?? article.dates.updated,
		...withholdingOf(article),
		image: image?.media ?? null,
		imageAlt: image?.alt ?? '',
	};
}

/** The errors that lie in the story alone: its links and its categories change without it, so the index looks at them. */
function countOwnErrors(article: Article, checks: CheckSettings, now: Date): number {
	const categories = article.categories.map((slug) => ({ slug, label: slug, parent: null, colour: null, uri: null }));
	const problems = checkArticle(article, { categories, checks, linked: () => undefined, now, depth: 'errors' });
	return problems.filter(({ severity }) => severity === 'error').length;
}
