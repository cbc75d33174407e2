import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import { shorten } from '../excerpt.ts';
import { section } from './markup.ts';
import type { PageInput } from './page-input.ts';
import { correctionNotes } from './render-corrections.ts';
import { cardCategories, type ShownLink, showLink } from './render-links.ts';
import { pageWords } from './words/index.ts';
import type { PageWords } from './words/page-words.ts';

/** How much of an excerpt a card shows. */
const cardExcerpt = 120;

/** From the corrections to the next read. */
export function renderBottom(page: PageInput): SafeHtml {
	return [correctionNotes(page, 'normal'), tags(page), related(page), newsletter(page), comments(page), nextRead(page)]
		.filter((part) => part !== '')
		.join('\n');
}

function tags({ article }: PageInput): SafeHtml {
	const tags = article.tags.filter((tag) => tag.trim() !== '');
	if (tags.length === 0) return '';
	const label = escapeAttribute(pageWords(article.language).tags);
	return `<ul class="g-tags" aria-label="${label}">${tags.map((tag) => `<li>${escapeText(tag)}</li>`).join('')}</ul>`;
}

function related(page: PageInput): SafeHtml {
	const words = pageWords(page.article.language);
	const cards = page.article.related.flatMap((link) => {
		const shown = showLink(link, page);
		return shown ? [`<li>${card(shown, words)}</li>`] : [];
	});
	return cards.length === 0 ? '' : section('related', words.related, `<ul class="g-cards">${cards.join('')}</ul>`);
}

function card(link: ShownLink, words: PageWords): SafeHtml {
	const excerpt =
		link.excerpt.trim() === ''
			? ''
			: `<p class="g-card-excerpt"><bdi>${escapeText(shorten(link.excerpt, cardExcerpt))}</bdi></p>`;
	return (
		`<article class="g-card">${thumbnail(link)}${cardCategories(link, words)}` +
		`<h3 class="g-card-title"><a ${link.attributes}><bdi>${escapeText(link.title)}</bdi></a></h3>${excerpt}` +
		`<a class="g-more" ${link.attributes}>${words.readMore}<span class="g-hidden">${words.colon}${escapeText(link.title)}</span></a></article>`
	);
}

function thumbnail(link: ShownLink): SafeHtml {
	// The title beside it says what it is; a screen reader should not hear it twice.
	return link.image === null ? '' : `<img class="g-card-image" src="${escapeAttribute(link.image)}" alt="">`;
}

function newsletter({ article, newsroom }: PageInput): SafeHtml {
	if (!article.newsletter) return '';
	const { title, text, button } = newsroom.newsletter;
	const words = pageWords(article.language);
	const said = text.trim() === '' ? '' : `<p><bdi>${escapeText(text)}</bdi></p>`;
	return section(
		'newsletter',
		title.trim() || words.newsletter,
		`${said}<form class="g-newsletter-form"><label class="g-field"><span>${words.emailAddress}</span><input type="email" name="email" autocomplete="email" required></label><button type="button">${escapeText(button.trim() || words.subscribe)}</button></form>`,
	);
}

function comments({ article }: PageInput): SafeHtml {
	if (article.comments === 'closed') return '';
	const words = pageWords(article.language);
	return section(
		'comments',
		words.reply,
		`<p class="g-hint"><bdi>${words.replyHint}</bdi></p>` +
			'<form class="g-comment-form">' +
			`<label class="g-field g-wide"><span>${words.comment} *</span><textarea name="comment" rows="5" required></textarea></label>` +
			`<label class="g-field"><span>${words.name} *</span><input type="text" name="name" autocomplete="name" required></label>` +
			`<label class="g-field"><span>${words.email} *</span><input type="email" name="email" autocomplete="email" required></label>` +
			`<button type="button">${words.postComment}</button></form>`,
	);
}

function nextRead(page: PageInput): SafeHtml {
	const link = page.article.nextRead && showLink(page.article.nextRead, page);
	if (!link) return '';
	const words = pageWords(page.article.language);
	return section(
		'next',
		words.nextRead,
		`<article class="g-next-card">${thumbnail(link)}<div>${cardCategories(link, words)}<h3 class="g-card-title"><a ${link.attributes}><bdi>${escapeText(link.title)}</bdi></a></h3></div></article>`,
	);
}
