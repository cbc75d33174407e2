import type { LeftOutKind } from '../left-out.ts';
import { type HtmlElement, hasClass, textOf } from './html-tree.ts';
import type { Style } from './style.ts';

/** Elements that stand on lines of their own. */
const blockTags = new Set(
	'address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'.split(
		' ',
	),
);

/** Whether an element begins and ends a line. */
export function isBlock({ tag }: HtmlElement, style: Style): boolean {
	return blockTags.has(tag) || style.display === 'block';
}

export const isList = ({ tag }: HtmlElement): boolean =>
	tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir';

/** The level of a heading; null for any other element. */
export function headingLevel({ tag, attributes }: HtmlElement): number | null {
	if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
	if (attributes.role !== 'heading') return null;
	const level = Number(attributes['aria-level'] ?? 2);
	return level >= 1 && level <= 6 ? level : 2;
}

const kindOfTag: Readonly<Record<string, LeftOutKind>> = {
	iframe: 'page',
	frame: 'page',
	embed: 'page',
	object: 'page',
	applet: 'page',
	video: 'video',
	audio: 'recording',
	svg: 'drawing',
	canvas: 'drawing',
	math: 'formula',
	'm:omath': 'formula',
	'm:omathpara': 'formula',
	button: 'button',
	input: 'form',
	select: 'form',
	textarea: 'form',
};

/** What an element is that a story cannot hold, its content with it; null for any other. */
export function leftOutKind(element: HtmlElement): LeftOutKind | null {
	const { tag, attributes } = element;
	if (tag === 'input' && /^(?:button|submit|reset|image)$/i.test(attributes.type ?? '')) return 'button';
	if (tag === 'a' && isComment(element)) return 'comment';
	return kindOfTag[tag] ?? null;
}

/** The mark of a comment of Word or Google Docs. */
function isComment(element: HtmlElement): boolean {
	return hasClass(element, /^msocomanchor$/i) || /^#cmnt\d/.test(element.attributes.href ?? '');
}

/** A comment of Google Docs, as it stands below the text. */
export function isCommentText(element: HtmlElement): boolean {
	const [first] = element.children;
	return typeof first === 'object' && first.tag === 'a' && /^#cmnt_ref/.test(first.attributes.href ?? '');
}

/** A sign that leads from a footnote back to its place. */
export function isWayBack({ tag, attributes, children }: HtmlElement): boolean {
	if (tag !== 'a' || !attributes.href?.includes('#')) return false;
	return /^[\s↑↩⤴^]+$/.test(
		children
			.map(textOf)
			.join('')
			.replace(/[\ufe0e\ufe0f]/g, ''),
	);
}

/** The number of a footnote, where the note itself stands. */
export function isNoteNumber({ tag, attributes }: HtmlElement): boolean {
	return tag === 'a' && /^#(?:_(?:ftn|edn)ref|ftnt_ref|sd(?:foot|end)note\d+anc)/.test(attributes.href ?? '');
}

/** A box to tick in a list of things to do, as a character; null for any other element. */
export function tickBox({ tag, attributes }: HtmlElement): string | null {
	if (tag !== 'input' || attributes.type?.toLowerCase() !== 'checkbox') return null;
	return 'checked' in attributes ? '☑' : '☐';
}
