import type { MarkName } from '../../../model/inline-html.ts';
import { safeHref } from '../../../model/url.ts';
import { withoutTracking } from '../../../text/without-tracking.ts';
import type { HtmlElement } from './html-tree.ts';
import type { Style } from './style.ts';

/** What the words at a place are: their marks, and whether line breaks in them were written on purpose. */
export interface TextStyle {
	readonly marks: ReadonlySet<MarkName>;
	readonly href: string | undefined;
	readonly keepsBreaks: boolean;
}

export const plainStyle: TextStyle = { marks: new Set(), href: undefined, keepsBreaks: false };

const markOfTag: Readonly<Record<string, MarkName>> = {
	strong: 'strong',
	b: 'strong',
	em: 'em',
	i: 'em',
	cite: 'em',
	dfn: 'em',
	var: 'em',
	code: 'code',
	tt: 'code',
	kbd: 'code',
	samp: 'code',
	sub: 'sub',
	sup: 'sup',
	s: 's',
	del: 's',
	strike: 's',
};

/** An address longer than this is no address but data. */
const longestHref = 4096;

/** What words inside an element are, by its tag and then by its style, which may take back what the tag says. */
export function textStyleIn(element: HtmlElement, style: Style, outer: TextStyle): TextStyle {
	const marks = new Set(outer.marks);
	const { tag } = element;
	const mark = markOfTag[tag];
	if (mark) marks.add(mark);
	setMark(marks, 'strong', isBold(style['font-weight']));
	setMark(marks, 'em', isItalic(style['font-style']));
	// A line through a text goes through all in it, whatever that says itself.
	const decoration = style['text-decoration-line'] ?? style['text-decoration'] ?? '';
	if (decoration.includes('line-through')) marks.add('s');
	const align = style['vertical-align'];
	if (align === 'super' || align === 'sub') {
		marks.delete(align === 'super' ? 'sub' : 'sup');
		marks.add(align === 'super' ? 'sup' : 'sub');
	} else if (align === 'baseline' && (mark === 'sup' || mark === 'sub')) {
		marks.delete(mark);
	}
	let { href } = outer;
	if (tag === 'a' && element.attributes.href !== undefined) href = linkOf(element.attributes.href);
	const space = style['white-space'];
	const keepsBreaks =
		tag === 'pre' || tag === 'listing' || (space === undefined ? outer.keepsBreaks : /^(?:pre|break)/.test(space));
	return { marks, href, keepsBreaks };
}

function setMark(marks: Set<MarkName>, mark: MarkName, isSet: boolean | null) {
	if (isSet === true) marks.add(mark);
	if (isSet === false) marks.delete(mark);
}

function isBold(weight: string | undefined): boolean | null {
	if (weight === undefined || weight === '') return null;
	if (/^(?:bold|bolder)/.test(weight)) return true;
	if (/^(?:normal|lighter)/.test(weight)) return false;
	const number = Number.parseInt(weight, 10);
	return Number.isNaN(number) ? null : number >= 600;
}

function isItalic(style: string | undefined): boolean | null {
	if (style === undefined) return null;
	if (/^(?:italic|oblique)/.test(style)) return true;
	return style.startsWith('normal') ? false : null;
}

/** The address of a link that is worth keeping: a place in the document itself does not come along. */
function linkOf(untrustedHref: string): string | undefined {
	const href = safeHref(untrustedHref);
	return href === null || href.startsWith('#') || href.length > longestHref ? undefined : withoutTracking(href);
}
