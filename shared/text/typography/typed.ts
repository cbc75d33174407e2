import { isAddressLike } from './address-like.ts';
import { apostrophe, opensAfter, type Quotes, type Typography, typographyOf } from './language-table.ts';

/** What a typed sign becomes: so many characters before it go, and `by` stands in the place of them and of the sign. */
export interface TypedSign {
	readonly drops: number;
	readonly by: string;
}

const letterOrDigit = /[\p{L}\p{N}]$/u;

/** What a sign becomes that is typed behind a text; null where it stays as it is. */
export function typedSign(before: string, sign: string, language: string): TypedSign | null {
	const typography = typographyOf(language);
	const word = /\S*$/.exec(before)?.[0] ?? '';
	if (isAddressLike(word)) return null;
	switch (sign) {
		case '"':
			return doubleQuote(before, typography);
		case "'":
			return singleQuote(before, typography);
		case '-':
			return dash(before, typography);
		case '.':
			return /(?:^|[^.])\.\.$/.test(before) ? { drops: 2, by: '…' } : null;
		case ' ':
			// Who is used to typing the space within the marks finds it there already.
			return typography.within !== '' && before.endsWith(typography.outer.open + typography.within)
				? { drops: 1, by: typography.within }
				: null;
		case ';':
		case '!':
		case '?':
			return spaced(before, sign, typography.beforeSigns?.high ?? null);
		case ':':
			// Only where a space was typed: hours and addresses have none.
			return / $/.test(before) ? spaced(before, sign, typography.beforeSigns?.colon ?? null) : null;
		default:
			return /^\d$/.test(sign) ? yearsLater(before, sign, typography.inner) : null;
	}
}

function doubleQuote(before: string, typography: Typography): TypedSign {
	const { outer, within } = typography;
	const isInside = isOpen(before, outer);
	// A space before the closing mark is typed in languages that set one there.
	if (within !== '' && isInside && /[^\S\n]$/.test(before)) return { drops: 1, by: within + outer.close };
	if (mayOpenAfter(before, typography)) return { drops: 0, by: outer.open + within };
	if (!isInside && /\d$/.test(before)) return { drops: 0, by: '″' };
	return { drops: 0, by: within + outer.close };
}

function singleQuote(before: string, typography: Typography): TypedSign {
	const { inner } = typography;
	if (mayOpenAfter(before, typography)) return { drops: 0, by: inner.open };
	return { drops: 0, by: isOpen(before, inner) ? inner.close : apostrophe };
}

/** Whether a quotation may begin behind a text. */
function mayOpenAfter(before: string, { outer, inner }: Typography): boolean {
	if (opensAfter.test(before)) return true;
	return [outer, inner].some(({ open, close }) => open !== close && before.endsWith(open));
}

/** Whether a quotation that began before is still open. */
function isOpen(before: string, { open, close }: Quotes): boolean {
	if (open === close) return before.split(open).length % 2 === 0;
	return before.lastIndexOf(open) > before.lastIndexOf(close);
}

function dash(before: string, typography: Typography): TypedSign | null {
	// Three hyphens in a paragraph of their own are a divider.
	if (/[^-]-$/.test(before) && before.length > 1) return { drops: 1, by: typography.dash };
	return before.endsWith('–') ? { drops: 1, by: '—' } : null;
}

function spaced(before: string, sign: string, space: string | null): TypedSign | null {
	if (space === null) return null;
	const typed = / $/.test(before);
	if (!typed && !/[\p{L}\p{N}»”’)\]%]$/u.test(before)) return null;
	return space === '' && !typed ? null : { drops: typed ? 1 : 0, by: space + sign };
}

/** The mark in ’68 is an apostrophe, which is seen only now. */
function yearsLater(before: string, digit: string, { open }: Quotes): TypedSign | null {
	const isFirst = before.endsWith(open) && !letterOrDigit.test(before.slice(0, -open.length));
	return isFirst && open === '‘' ? { drops: 1, by: apostrophe + digit } : null;
}
