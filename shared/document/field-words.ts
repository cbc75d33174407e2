import { isArticleLink, type StatusChange, type StoryLink } from '../model/article.ts';
import { Status, statusEntry } from '../model/status.ts';
import { type DateStyle, formatDay, formatMoment } from '../text/format-date.ts';
import { correctionDay, correctionLabels } from './corrections/correction-words.ts';
import type { FieldPath, ListFieldChange } from './diff/compare-field.ts';
import { fieldAt } from './fields.ts';

/** How slugs, ids and dates are told in a comparison. */
export interface WordsContext {
	category(slug: string): string;
	story(id: string): string;
	readonly dateStyle: DateStyle;
}

/** A value of a field, or of a part of one, as it reads. */
export function valueWords(path: FieldPath, value: string | number | boolean | null, dateStyle: DateStyle): string {
	if (value === null || value === '') return 'None';
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	if (typeof value === 'number') return value.toLocaleString(dateStyle.locale);
	const { words } = fieldAt(path);
	if (words === undefined) return value;
	switch (words) {
		case 'day':
			return formatDay(value, dateStyle.locale);
		case 'moment':
			return formatMoment(new Date(value), dateStyle);
		case 'status':
			return statusLabel(value);
		default:
			return words[value] ?? value;
	}
}

/** An item of a field that is a list, as it reads. */
export function itemWords(
	item: ListFieldChange['before'][number],
	field: ListFieldChange['field'],
	context: WordsContext,
): string {
	if (typeof item === 'string') return field === 'categories' ? context.category(item) : item;
	if ('name' in item) return [item.name, item.role].filter((word) => word !== '').join(', ');
	if ('status' in item) return statusChangeWords(item, context.dateStyle);
	if ('text' in item) {
		const day = formatDay(correctionDay(item, context.dateStyle), context.dateStyle.locale);
		return `${correctionLabels[item.kind]} of ${day}: ${item.text}`;
	}
	return linkWords(item, context);
}

/** A step on a story's way to the reader: "Published, 31 March 2025, 08:20 CEST, by Joanna Wick". */
export function statusChangeWords({ status, date, who }: StatusChange, dateStyle: DateStyle): string {
	const step = `${statusEntry(status).label}, ${formatMoment(new Date(date), dateStyle)}`;
	return who === '' ? step : `${step}, by ${who}`;
}

/** What a link is called: the headline of its story, or the title of the page elsewhere. */
export function linkWords(link: StoryLink, context: Pick<WordsContext, 'story'>): string {
	return isArticleLink(link) ? context.story(link.article) : link.title || link.url;
}

function statusLabel(value: string): string {
	const status = Status.safeParse(value);
	return status.success ? statusEntry(status.data).label : value;
}
