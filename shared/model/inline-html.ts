import { Parser } from 'htmlparser2';
import { toBrokenLine, toLine, unusual } from './text.ts';
import { safeHref } from './url.ts';

/** The closed set of inline marks, outermost first; this order makes the HTML of a text canonical. */
export const markNames = ['a', 'strong', 'em', 'code', 'sub', 'sup', 's'] as const;
export type MarkName = (typeof markNames)[number];

/** A stretch of text with one set of marks; a line break is an LF. `href` is there exactly when `marks` holds `a`. */
export interface TextRun {
	readonly text: string;
	readonly marks: readonly MarkName[];
	readonly href?: string | undefined;
}

/** Inline HTML in canonical form: sanitised, marks in order, line breaks as `<br>`, entities only where needed. */
export type SafeHtml = string;

const markOfTag: Readonly<Record<string, MarkName>> = {
	a: 'a',
	strong: 'strong',
	b: 'strong',
	em: 'em',
	i: 'em',
	code: 'code',
	tt: 'code',
	sub: 'sub',
	sup: 'sup',
	s: 's',
	del: 's',
	strike: 's',
};
/** Elements whose text is not for readers. */
const silentTags = new Set([
	'script',
	'style',
	'template',
	'noscript',
	'iframe',
	'object',
	'title',
	'textarea',
	'svg',
	'math',
]);
/** Elements that part words where only one line can stand. */
const breakingTags = new Set(['p', 'div', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

/** What any markup has, or text that is not written as it stands; one class of characters is found sooner than two. */
const notPlain = new RegExp(`[<>&${unusual.source.slice(1)}`);

/** Reads inline HTML of any origin into runs: unknown elements are dropped and their text kept, unsafe links lose their link. */
export function parseInlineHtml(untrustedHtml: string): TextRun[] {
	// Most text has no markup at all; the parser is only for what does.
	if (!/[<&]/.test(untrustedHtml)) {
		const text = toLine(untrustedHtml);
		return text === '' ? [] : [{ text, marks: [] }];
	}
	const open: { tag: string; mark: MarkName | null; href?: string | undefined }[] = [];
	const runs: TextRun[] = [];
	let silent = 0;
	let breakPending = false;

	const addText = (untrustedText: string) => {
		const text = toLine(untrustedText);
		const isParted = /\s$/.test(runs[runs.length - 1]?.text ?? ' ') || /^\s/.test(text);
		addRun(breakPending && !isParted ? ` ${text}` : text);
	};
	const addRun = (text: string) => {
		if (silent > 0 || text === '') return;
		breakPending = false;
		const held = new Set<MarkName>();
		let href: string | undefined;
		for (const element of open) {
			if (element.mark === null) continue;
			held.add(element.mark);
			if (element.mark === 'a') href = element.href;
		}
		runs.push(makeRun(text, [...held], href));
	};

	const parser = new Parser(
		{
			onopentag(tag, attributes) {
				if (tag === 'br') addRun('\n');
				if (breakingTags.has(tag)) breakPending = true;
				if (silentTags.has(tag)) silent += 1;
				let mark = markOfTag[tag] ?? null;
				let href: string | undefined;
				if (mark === 'a') {
					href = safeHref(attributes.href ?? '') ?? undefined;
					if (href === undefined) mark = null;
				}
				open.push({ tag, mark, href });
			},
			ontext: addText,
			onclosetag(tag) {
				if (breakingTags.has(tag)) breakPending = true;
				if (silentTags.has(tag)) silent = Math.max(0, silent - 1);
				const index = open.findLastIndex((element) => element.tag === tag);
				if (index >= 0) open.splice(index, 1);
			},
		},
		{ decodeEntities: true },
	);
	parser.write(untrustedHtml);
	parser.end();
	return mergeRuns(runs);
}

/** Makes a run of printable text and line breaks with its marks in canonical order; a mark `a` without an address is dropped. */
export function makeRun(untrustedText: string, marks: readonly MarkName[], href?: string): TextRun {
	const text = toBrokenLine(untrustedText);
	const ordered = markNames.filter((name) => marks.includes(name) && (name !== 'a' || href !== undefined));
	return ordered.includes('a') ? { text, marks: ordered, href } : { text, marks: ordered };
}

/** Joins neighbours with the same marks and drops empty runs. */
export function mergeRuns(runs: readonly TextRun[]): TextRun[] {
	const merged: TextRun[] = [];
	for (const run of runs) {
		if (run.text === '') continue;
		const last = merged.at(-1);
		if (last && last.href === run.href && last.marks.join() === run.marks.join()) {
			merged[merged.length - 1] = { ...last, text: last.text + run.text };
		} else {
			merged.push(run);
		}
	}
	return merged;
}

/** Writes runs as canonical inline HTML; the same runs give the same bytes. */
export function serializeInlineHtml(runs: readonly TextRun[]): SafeHtml {
	let html = '';
	let open: { name: MarkName; href?: string | undefined }[] = [];
	for (const run of mergeRuns(runs)) {
		const wanted = run.marks.map((name) => (name === 'a' ? { name, href: run.href } : { name }));
		let shared = 0;
		while (shared < open.length && shared < wanted.length && isSameMark(open[shared], wanted[shared])) shared += 1;
		for (const mark of open.slice(shared).reverse()) html += `</${mark.name}>`;
		for (const mark of wanted.slice(shared)) {
			html += mark.name === 'a' ? `<a href="${escapeAttribute(mark.href ?? '')}">` : `<${mark.name}>`;
		}
		html += escapeText(run.text).replaceAll('\n', '<br>');
		open = wanted;
	}
	for (const mark of open.reverse()) html += `</${mark.name}>`;
	return html;
}

function isSameMark(
	a?: { name: MarkName; href?: string | undefined },
	b?: { name: MarkName; href?: string | undefined },
) {
	return a !== undefined && b !== undefined && a.name === b.name && a.href === b.href;
}

/** Sanitises inline HTML and brings it into canonical form; applying it twice changes nothing. */
export function canonicalInlineHtml(untrustedHtml: string): SafeHtml {
	// Most text is canonical as it stands, and one look tells; each story is looked at whenever it is read or saved.
	if (!notPlain.test(untrustedHtml) || isCanonical(untrustedHtml)) return untrustedHtml;
	return serializeInlineHtml(parseInlineHtml(untrustedHtml));
}

/** Inline HTML of nothing but our own marks, line breaks and the entities that we write. */
const plainlyMarked =
	/^[^<>&]*(?:(?:<\/?(?:a|strong|em|code|sub|sup|s)(?: href="[^"<>]*")?>|<br>|&(?:amp|lt|gt);)[^<>&]*)*$/;
const plainHref = /^(?:[^\s&]|&amp;)+$/;

/**
 * Whether inline HTML with marks is certainly what `serializeInlineHtml` would write, so that it need not be parsed,
 * which takes many times as long; of what is rare it does not say so.
 */
function isCanonical(html: string): boolean {
	if (unusual.test(html) || !plainlyMarked.test(html)) return false;
	const open: string[] = [];
	/** The mark that was closed right before this place, and the place behind the last mark that was opened. */
	let closed = '';
	let behindOpened = -1;
	let behind = 0;
	for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', behind)) {
		const isBehindText = at > behind;
		behind = html.indexOf('>', at) + 1;
		if (html.startsWith('<br>', at)) {
			// As good as a letter.
			closed = '';
			continue;
		}
		if (html[at + 1] === '/') {
			// Marks around nothing are dropped.
			if (at === behindOpened || html.slice(at + 2, behind - 1) !== open.at(-1)) return false;
			closed = open.pop() ?? '';
			continue;
		}
		const isLink = html.startsWith('<a ', at);
		const name = isLink ? 'a' : html.slice(at + 1, behind - 1);
		if (name === 'a' ? !isLink || !hasPlainHref(html.slice(at + 9, behind - 2)) : !isMarkName(name)) return false;
		// A mark that goes on would not have been closed.
		if (!isBehindText && name === closed) return false;
		if (open.length > 0 && placeOfMark(name) <= placeOfMark(open.at(-1) ?? '')) return false;
		open.push(name);
		closed = '';
		behindOpened = behind;
	}
	return open.length === 0;
}

function hasPlainHref(written: string): boolean {
	if (!plainHref.test(written)) return false;
	const href = written.replaceAll('&amp;', '&');
	return safeHref(href) === href;
}

const namesOfMarks: readonly string[] = markNames;
const placeOfMark = (name: string) => namesOfMarks.indexOf(name);
const isMarkName = (name: string) => placeOfMark(name) >= 0;
/** What stands for text in plainly marked HTML. */
const textOf: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '<br>': '\n' };

/** The text of inline HTML without its marks, its line breaks as LF. */
export function inlineText(html: string): string {
	if (!notPlain.test(html)) return html;
	// So nearly all is that was read from a file, and to read it takes several times as long as to strip it.
	if (plainlyMarked.test(html) && toLine(html) === html)
		return html.replace(/<[^>]*>|&[a-z]+;/g, (part) => textOf[part] ?? '');
	return parseInlineHtml(html)
		.map((run) => run.text)
		.join('');
}

/** Escapes text for HTML content. */
export function escapeText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Escapes text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
	return escapeText(text).replace(/"/g, '&quot;');
}
