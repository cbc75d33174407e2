import type { LinkedStory } from '../../contract/articles.ts';
import type { Article, ArticleId } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { Newsroom } from '../../model/newsroom.ts';
import { escapeAttribute, escapeText, type SafeHtml } from '../inline-html.ts';
import { textDirection } from '../text-direction.ts';
import { renderBlock } from './render-block.ts';
import { renderBottom } from './render-bottom.ts';
import { renderTop } from './render-top.ts';

/** All that a story's page shows. */
export interface PageInput {
	readonly article: Article;
	readonly newsroom: Newsroom;
	readonly categories: readonly Category[];
	/** A linked story; undefined is not known yet, null is gone. Neither is shown. */
	linked(id: ArticleId): LinkedStory | null | undefined;
	/** The site's Trending strip, newest first; the story itself is left out of it. */
	readonly trending: readonly LinkedStory[];
	/** Where a picture is served. Pass the same function again and unchanged blocks are not rendered again. */
	mediaUrl(path: MediaPath): string;
	/** The day shown on a story that has no date of publication yet. */
	readonly now: Date;
}

/** A story's page in parts that change apart from each other, so that a keystroke replaces one block. */
export interface PageParts {
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	/** From the date line to the lead picture. */
	readonly top: SafeHtml;
	/** The body; each `html` is one element. */
	readonly blocks: readonly { readonly id: string; readonly html: SafeHtml }[];
	/** From the corrections to the next read. */
	readonly bottom: SafeHtml;
}

/** Renders the page that readers get; `page.css` is its stylesheet. There are no scripts and no inline styles in it. */
export function renderPage(page: PageInput): PageParts {
	const { article } = page;
	const context = { keyPoints: article.keyPoints, mediaUrl: page.mediaUrl };
	return {
		lang: article.language,
		dir: textDirection(article.language),
		top: renderTop(page),
		blocks: article.body.map((block) => ({ id: block.id, html: renderBlock(block, context) })),
		bottom: renderBottom(page),
	};
}

/** The parts as one `<article>`. */
export function joinPage(parts: PageParts): SafeHtml {
	const body = parts.blocks.map((block) => block.html).join('\n');
	return (
		`<article class="g-page" lang="${escapeAttribute(parts.lang)}" dir="${parts.dir}">\n` +
		`<header class="g-top">\n${parts.top}\n</header>\n<div class="g-body">\n${body}\n</div>\n` +
		`<footer class="g-bottom">\n${parts.bottom}\n</footer>\n</article>`
	);
}

/** A whole HTML document around the page; `stylesheet` is the address of `page.css`. */
export function pageDocument(page: PageInput, stylesheet: string): SafeHtml {
	const parts = renderPage(page);
	const title = page.article.seo.title.trim() || page.article.headline.trim() || 'Untitled';
	return (
		`<!doctype html>\n<html lang="${escapeAttribute(parts.lang)}" dir="${parts.dir}">\n<head>\n<meta charset="utf-8">\n` +
		`<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeText(title)}</title>\n` +
		`<link rel="stylesheet" href="${escapeAttribute(stylesheet)}">\n</head>\n<body>\n${joinPage(parts)}\n</body>\n</html>\n`
	);
}
