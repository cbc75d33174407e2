import type { AnyExtension, Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { isWebUrl, safeHref } from '#shared/model/url.ts';
import { listItemKeys } from '../../blocks/list/list-item-keys.ts';
import { breakLine } from '../keys/break-line.ts';
import { Sub } from '../sub/sub.ts';
import { Sup } from '../sup/sup.ts';

/** The marks in canonical order, outermost first. */
const markOrder = ['link', 'bold', 'italic', 'code', 'sub', 'sup', 'strike'];

/** Tiptap's StarterKit as a story needs it, with the two marks that it lacks. */
export const StoryKit = StarterKit.extend({
	addExtensions() {
		const pieces: AnyExtension[] = this.parent?.() ?? [];
		return [...pieces.map(fit), Sub, Sup].sort((a, b) => markOrder.indexOf(a.name) - markOrder.indexOf(b.name));
	},
}).configure({
	// Stories have blocks of their own instead of these.
	document: false,
	heading: false,
	blockquote: false,
	codeBlock: false,
	horizontalRule: false,
	// A story has no underlining, and knows where its text ends.
	underline: false,
	trailingNode: false,
	// Tiptap's has a start and a kind of numeral, and makes a list of a line that begins with "I." or "2024.".
	orderedList: false,
	// It joins items over the ends of lists; an item here takes only lists below its words.
	listKeymap: false,
	paragraph: { HTMLAttributes: { 'data-block-type': 'paragraph' } },
	bulletList: { HTMLAttributes: { class: 'story-list', 'data-block-type': 'list' } },
	link: {
		autolink: false,
		openOnClick: false,
		isAllowedUri: (untrustedHref) => safeHref(untrustedHref) !== null,
		// A web address pasted over selected words links them.
		shouldAutoLink: isWebUrl,
		HTMLAttributes: { target: null, rel: 'noopener noreferrer', class: null },
	},
	dropcursor: { class: 'story-dropcursor', color: false, width: 2 },
	// A day's work, so that it can be undone to where it began.
	undoRedo: { depth: 10_000 },
});

/** What a piece cannot be told by its options. */
function fit(piece: AnyExtension): AnyExtension {
	// What is pasted stays as it was written: an asterisk in it is an asterisk.
	const asWritten = piece.type === 'mark' ? piece.extend({ addPasteRules: () => [] }) : piece;
	// The keys of what can be done are those of its command.
	const fitted = asWritten.extend({ addKeyboardShortcuts: () => ({}) });
	switch (piece.name) {
		case 'code':
			// Tiptap's shuts out every other mark; a story may have both.
			return fitted.extend({ excludes: 'code' });
		case 'link':
			return fitted.extend({
				addAttributes: () => ({
					href: {
						default: '',
						parseHTML: (element: HTMLElement) => safeHref(element.getAttribute('href') ?? '') ?? '',
					},
				}),
			});
		case 'hardBreak':
			return fitted.extend({
				addKeyboardShortcuts(this: { editor: Editor }) {
					return { 'Shift-Enter': () => breakLine(this.editor) };
				},
			});
		case 'listItem':
			return fitted.extend({
				// More than one list under an item lasts only until `JoinNestedLists` has made one of them.
				content: 'paragraph list*',
				selectable: false,
				addKeyboardShortcuts(this: { editor: Editor }) {
					return listItemKeys(this.editor);
				},
			});
		default:
			return fitted;
	}
}
