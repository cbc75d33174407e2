import type { ArticleSummary, LinkedStory } from '#shared/contract/articles.ts';
import { inlineText } from '#shared/document/inline-html.ts';
import { type Article, isArticleLink } from '#shared/model/article.ts';
import type { Block, ListBody } from '#shared/model/block.ts';
import type { IndexedStory } from './article-index.ts';
import { foldText } from './fold-text.ts';

const longestExcerpt = 200;

/** What the index holds of a story; `errors` is how many checks fail in the story itself. */
export function indexedStory(article: Article, path: string, errors: number): IndexedStory {
	const bodyText = article.body.map(blockText).join('\n');
	const image = article.leadImage ?? article.body.find((block) => block.type === 'image') ?? null;
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
		image: image?.media ?? null,
		imageAlt: image?.alt ?? '',
		dates: article.dates,
		wordCount: bodyText.split(/\s+/).filter((word) => word !== '').length,
		errors,
	};
	const linked: LinkedStory = {
		id: article.id,
		slug: article.slug,
		headline: article.headline,
		excerpt: (article.standfirst || bodyText).slice(0, longestExcerpt),
		categories: article.categories,
		status: article.status,
		date: article.dates.published ?? article.dates.updated,
		embargo: article.dates.embargo,
		image: summary.image,
		imageAlt: summary.imageAlt,
	};
	const nextRead = article.nextRead === null ? [] : [article.nextRead];
	const links = [...article.related, ...nextRead].filter(isArticleLink).map((link) => link.article);
	const words = {
		headline: foldText(article.headline),
		standfirst: foldText(article.standfirst),
		rest: foldText([...article.tags, ...summary.byline, bodyText].join('\n')),
	};
	return { summary, linked, links, words };
}

function blockText(block: Block): string {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
		case 'quote':
		case 'pullquote':
			return inlineText(block.html);
		case 'list':
			return listText(block);
		case 'table':
			return block.rows.flat().map(inlineText).join(' ');
		default:
			return '';
	}
}

function listText(list: ListBody): string {
	return list.items
		.map((item) => `${inlineText(item.html)} ${item.children === null ? '' : listText(item.children)}`)
		.join(' ');
}
