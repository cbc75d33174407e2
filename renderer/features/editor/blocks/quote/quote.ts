import { type Editor, InputRule, Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import { moveToNext } from '../../extensions/fields/move-to-next.ts';

/** The words of a quote or pull quote. Enter leads on to who said them. */
export const QuoteText = Node.create({
	name: 'quoteText',
	content: 'inline*',
	defining: true,
	selectable: false,
	parseHTML: () => [{ tag: 'p', context: 'quote/|pullquote/', priority: 60 }],
	renderHTML: () => ['p', { class: 'quote-text', 'data-field': 'quote' }, 0],
	addKeyboardShortcuts() {
		const isHere = () => this.editor.state.selection.$from.parent.type === this.type;
		return {
			Enter: () => isHere() && moveToNext(this.editor),
			Backspace: () => {
				const { $from, empty } = this.editor.state.selection;
				return isHere() && empty && $from.parentOffset === 0 && quoteToParagraph(this.editor);
			},
		};
	},
});

/** Who is quoted: plain text. Enter leads out of the quote. */
export const Attribution = Node.create({
	name: 'attribution',
	content: 'text*',
	marks: '',
	isolating: true,
	selectable: false,
	parseHTML: () => [
		{ tag: 'cite', priority: 60 },
		{ tag: 'footer', context: 'quote/|pullquote/' },
		{ tag: 'figcaption', context: 'quote/|pullquote/' },
	],
	renderHTML: () => ['cite', { class: 'quote-attribution', 'data-field': 'attribution' }, 0],
	addKeyboardShortcuts() {
		const isHere = () => this.editor.state.selection.$from.parent.type === this.type;
		return {
			Enter: () => {
				if (!isHere()) return false;
				const { $from } = this.editor.state.selection;
				return this.editor.commands.command(({ tr, state }) => {
					const after = $from.after($from.depth - 1);
					const paragraph = state.schema.nodes.paragraph?.create();
					if (paragraph) tr.insert(after, paragraph);
					tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
					return true;
				});
			},
			Backspace: () => {
				const { $from, empty } = this.editor.state.selection;
				if (!isHere() || !empty || $from.parentOffset > 0) return false;
				return this.editor.commands.setTextSelection($from.before() - 1);
			},
		};
	},
});

const quoteNode = (name: 'quote' | 'pullquote', className: string) =>
	Node.create({
		name,
		group: 'block',
		content: 'quoteText attribution',
		defining: true,
		isolating: true,
		addAttributes: () => idAttribute,
		parseHTML: () =>
			name === 'quote' ? [{ tag: 'blockquote' }] : [{ tag: 'blockquote[data-block-type="pullquote"]', priority: 70 }],
		renderHTML: ({ HTMLAttributes }) => [
			'blockquote',
			{ ...HTMLAttributes, class: className, 'data-block-type': name },
			0,
		],
		addInputRules() {
			if (name !== 'quote') return [];
			return [
				new InputRule({
					find: /^>\s$/,
					handler: ({ state, range }) => {
						const { $from } = state.selection;
						if ($from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null;
						state.tr.delete(range.from, range.to);
						const start = state.tr.mapping.map($from.before());
						const paragraph = state.tr.doc.nodeAt(start);
						if (!paragraph) return null;
						const quote = this.type.createAndFill({ id: paragraph.attrs.id }, [
							state.schema.nodes.quoteText?.create(null, paragraph.content) ?? paragraph,
							state.schema.nodes.attribution?.create() ?? paragraph,
						]);
						if (!quote) return null;
						state.tr.replaceWith(start, start + paragraph.nodeSize, quote);
						state.tr.setSelection(TextSelection.create(state.tr.doc, start + 2));
					},
				}),
			];
		},
	});

/** Somebody's words. */
export const Quote = quoteNode('quote', 'story-quote');
/** A line of the story itself, set large. */
export const Pullquote = quoteNode('pullquote', 'story-pullquote');

function quoteToParagraph(editor: Editor): boolean {
	const { $from } = editor.state.selection;
	const start = $from.before($from.depth - 1);
	return editor.commands.command(({ tr, state }) => {
		const quote = tr.doc.nodeAt(start);
		const paragraph = state.schema.nodes.paragraph;
		if (!quote || !paragraph) return false;
		const texts = [quote.child(0), quote.child(1)].filter((text, index) => index === 0 || text.content.size > 0);
		tr.replaceWith(
			start,
			start + quote.nodeSize,
			texts.map((text, index) => paragraph.create(index === 0 ? { id: quote.attrs.id } : null, text.content)),
		);
		tr.setSelection(TextSelection.create(tr.doc, start + 1));
		return true;
	});
}
