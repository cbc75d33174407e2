import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import { shorten } from '../excerpt.ts';
import { section } from './markup.ts';
import type { PageInput } from './page-input.ts';
import { correctionNotes } from './render-corrections.ts';
import { cardCategories, type ShownLink, showLink } from './render-links.ts';

/** How much of an excerpt a card shows. */
const cardExcerpt = 120;

/** From the corrections to the next read. */
export function renderBottom(page: PageInput): SafeHtml {
	return [correctionNotes(page, 'normal'), tags(page), related(page), newsletter(page), comments(page), nextRead(page)]
		.filter((part) => part !== '')
		.join('\n');
}

function tags({ article }: PageInput): SafeHtml {
	const words = article.tags.filter((tag) => tag.trim() !== '');
	if (words.length === 0) return '';
	return `<ul class="g-tags" aria-label="Tags">${words.map((tag) => `<li>${escapeText(tag)}</li>`).join('')}</ul>`;
}

function related(page: PageInput): SafeHtml {
	const cards = page.article.related.flatMap((link) => {
		const shown = showLink(link, page);
		return shown ? [`<li>${card(shown)}</li>`] : [];
	});
	return cards.length === 0 ? '' : section('related', 'Related posts', `<ul class="g-cards">${cards.join('')}</ul>`);
}

function card(link: ShownLink): SafeHtml {
	const excerpt =
		link.excerpt.trim() === ''
			? ''
			: `<p class="g-card-excerpt"><bdi>${escapeText(shorten(link.excerpt, cardExcerpt))}</bdi></p>`;
	return (
		`<article class="g-card">${thumbnail(link)}${cardCategories(link)}` +
		`<h3 class="g-card-title"><a ${link.attributes}><bdi>${escapeText(link.title)}</bdi></a></h3>${excerpt}` +
		`<a class="g-more" ${link.attributes}>Read more<span class="g-hidden">: ${escapeText(link.title)}</span></a></article>`
	);
}

function thumbnail(link: ShownLink): SafeHtml {
	// The title beside it says what it is; a screen reader should not hear it twice.
	return link.image === null ? '' : `<img class="g-card-image" src="${escapeAttribute(link.image)}" alt="">`;
}

function newsletter({ article, newsroom }: PageInput): SafeHtml {
	if (!article.newsletter) return '';
	const { title, text, button } = newsroom.newsletter;
	const words = text.trim() === '' ? '' : `<p><bdi>${escapeText(text)}</bdi></p>`;
	return section(
		'newsletter',
		title.trim() || 'Newsletter',
		`${words}<form class="g-newsletter-form"><label class="g-field"><span>Email address</span><input type="email" name="email" autocomplete="email" required></label><button type="button">${escapeText(button.trim() || 'Subscribe')}</button></form>`,
	);
}

function comments({ article }: PageInput): SafeHtml {
	if (article.comments === 'closed') return '';
	return section(
		'comments',
		'Leave a reply',
		'<p class="g-hint"><bdi>Your address stays with us. Fields with a star have to be filled in.</bdi></p>' +
			'<form class="g-comment-form">' +
			'<label class="g-field g-wide"><span>Comment *</span><textarea name="comment" rows="5" required></textarea></label>' +
			'<label class="g-field"><span>Name *</span><input type="text" name="name" autocomplete="name" required></label>' +
			'<label class="g-field"><span>Email *</span><input type="email" name="email" autocomplete="email" required></label>' +
			'<button type="button">Post comment</button></form>',
	);
}

function nextRead(page: PageInput): SafeHtml {
	const link = page.article.nextRead && showLink(page.article.nextRead, page);
	if (!link) return '';
	return section(
		'next',
		'Worth reading',
		`<article class="g-next-card">${thumbnail(link)}<div>${cardCategories(link)}<h3 class="g-card-title"><a ${link.attributes}><bdi>${escapeText(link.title)}</bdi></a></h3></div></article>`,
	);
}
