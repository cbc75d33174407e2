import type { SafeHtml } from '../../model/inline-html.ts';
import { textDirection } from '../../text/text-direction.ts';
import { blockHtml, shownBlocks } from '../blocks/index.ts';
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
	const context = { keyPoints: article.keyPoints, mediaUrl: page.mediaUrl, language: article.language };
	return {
		lang: article.language,
		dir: textDirection(article.language),
		top: renderTop(page),
		blocks: shownBlocks(article.body).map((block) => ({ id: block.id, html: blockHtml(block, context) })),
		bottom: renderBottom(page),
	};
}
