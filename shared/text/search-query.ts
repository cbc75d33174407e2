import { Status } from '../model/status.ts';
import { isUnspaced, searchTokens } from './search-text.ts';

/** Words that must stand next to each other in this order; most often there is just one. */
export interface SearchTerm {
	/** As `searchText` makes them; at least one. */
	readonly words: readonly string[];
	/** Whether the last word may be the beginning of a longer one. */
	readonly isPrefix: boolean;
	/** Whether stories with it are left out. */
	readonly isExcluded: boolean;
}

/** What a search asks of a story apart from its words. */
export type SearchCondition =
	| { readonly kind: 'category' | 'author' | 'tag' | 'language'; readonly value: string }
	/** Any of these; none for a status that does not exist. */
	| { readonly kind: 'status'; readonly anyOf: readonly Status[] }
	| { readonly kind: 'trending' | 'problems' | 'changes' | 'scheduled' }
	/** The day shown with the story is before this day, or on it or after it. */
	| { readonly kind: 'before' | 'after'; readonly day: string };

/** A condition, or that it must not hold. */
export type SearchField = SearchCondition & { readonly isExcluded: boolean };

/** A search as it was typed, taken apart. All of it must hold. */
export interface SearchQuery {
	readonly terms: readonly SearchTerm[];
	readonly fields: readonly SearchField[];
}

/** An item: perhaps a minus, perhaps a key and a colon, then a quoted text, whose end may be missing, or one word. */
const item = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)(?:"|$)|([^\s"]+))/gu;

/**
 * Reads a search as an editor types it. Any text is a search: what is no condition is words.
 *
 * @example parseSearch('flood -river "city hall" category:world status:draft by:anna is:trending after:2025-01')
 */
export function parseSearch(text: string): SearchQuery {
	const terms: SearchTerm[] = [];
	const fields: SearchField[] = [];
	for (const match of text.matchAll(item)) {
		const [whole, minus = '', key, quoted, word] = match;
		const isExcluded = minus !== '';
		const value = quoted ?? word ?? '';
		const condition = key === undefined ? null : readCondition(key.toLowerCase(), value);
		if (condition !== null) {
			fields.push({ ...condition, isExcluded });
			continue;
		}
		// A key that is not known is a word like any other.
		const words = searchTokens(key === undefined ? value : `${key} ${value}`);
		const last = words.at(-1);
		if (last === undefined) continue;
		const isAtEnd = match.index + whole.length === text.length;
		const isBeginning =
			quoted === undefined
				? // A short word in the middle is a whole one; as a beginning it would find nearly everything.
					isAtEnd || last.length > 2
				: // A phrase without its end is still being typed.
					!whole.endsWith(`"${quoted}"`) && !/\s$/.test(quoted);
		terms.push({ words, isPrefix: isBeginning && !isExcluded && !isUnspaced(last), isExcluded });
	}
	return { terms, fields };
}

function readCondition(key: string, value: string): SearchCondition | null {
	const folded = searchTokens(value).join(' ');
	if (folded === '') return null;
	switch (key) {
		case 'category':
		case 'tag':
		case 'language':
			return { kind: key, value };
		case 'by':
			return { kind: 'author', value };
		case 'status':
			return { kind: 'status', anyOf: Status.options.filter((status) => status.startsWith(folded)) };
		case 'is':
			return folded === 'trending' || folded === 'scheduled' ? { kind: folded } : null;
		case 'has':
			return folded === 'problems' || folded === 'changes' ? { kind: folded } : null;
		case 'before':
		case 'after': {
			const day = firstDay(value);
			return day === null ? null : { kind: key, day };
		}
		default:
			return null;
	}
}

/** The first day of a year, a month or a day; null when it is none. */
function firstDay(text: string): string | null {
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
	if (parts === null) return null;
	const day = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`;
	const moment = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}
