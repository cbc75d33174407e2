import { escapeAttribute, escapeText, type SafeHtml } from '../../../model/inline-html.ts';
import type { PageInput } from '../page-input.ts';
import { type PageParts, renderPage } from '../render-page.ts';

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
