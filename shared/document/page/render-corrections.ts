import type { Article, Correction, CorrectionPriority } from '../../model/article.ts';
import { escapeAttribute, escapeText, type SafeHtml } from '../../model/inline-html.ts';
import { formatDay } from '../../text/format-date.ts';
import { shownBlocks } from '../blocks/index.ts';
import { correctionDay, newestFirst } from '../corrections/correction-words.ts';
import { blockAnchor, section } from './markup.ts';
import type { PageInput } from './page-input.ts';
import { pageStyle, pageWords } from './words/index.ts';

/** The notes that readers meet above the text, or those below it; the newest comes first. */
export function correctionNotes({ article, newsroom }: PageInput, priority: CorrectionPriority): SafeHtml {
	const notes = newestFirst(article.corrections.filter((note) => note.priority === priority));
	const [first] = notes;
	if (first === undefined) return '';
	const words = pageWords(article.language);
	const { locale } = pageStyle(article.language, newsroom);
	const isOfOneKind = notes.every(({ kind }) => kind === first.kind);
	const title = isOfOneKind
		? words[first.kind][notes.length === 1 ? 'one' : 'many']
		: words.correctionsAndClarifications;
	const items = notes.map((note) => {
		const day = correctionDay(note, newsroom);
		const time = `<time datetime="${day}"><bdi>${escapeText(formatDay(day, locale))}</bdi></time>`;
		const kind = isOfOneKind ? '' : ` <b>${escapeText(words[note.kind].one)}.</b>`;
		return `<li>${time}${kind} ${escapeText(note.text)}${passage(note, article)}</li>`;
	});
	return section(priority === 'high' ? 'corrections-above' : 'corrections', title, `<ul>${items.join('')}</ul>`);
}

function passage({ block }: Correction, { body, language }: Article): SafeHtml {
	const isThere = block !== null && shownBlocks(body).some(({ id }) => id === block);
	return isThere
		? ` <a href="#${escapeAttribute(blockAnchor(block))}">${escapeText(pageWords(language).toPassage)}</a>`
		: '';
}
