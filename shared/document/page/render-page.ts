import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import { textDirection } from '../../text/text-direction.ts';
import { blockHtml } from '../blocks/index.ts';
import type { PageInput } from './page-input.ts';
import { renderBottom } from './render-bottom.ts';
import { renderTop } from './render-top.ts';

export type { PageInput };

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
		blocks: article.body.map((block) => ({ id: block.id, html: blockHtml(block, context) })),
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
