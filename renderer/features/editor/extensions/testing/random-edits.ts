import { Editor } from '@tiptap/core';
import { EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { articleToDocument } from '#shared/document/body/index.ts';
import type { Article } from '#shared/model/article.ts';
import { withoutTiptapKeys } from '../../../../session/create-story-editor.ts';
import { moveNode } from '../move/move-node.ts';
import { storyExtensions } from '../story-extensions.ts';

/** An editor without a page, as a session makes it. */
export function newEditor(): Editor {
	return new Editor({
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		extensions: storyExtensions({ mediaUrl: (media) => media }),
		content: { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }] },
	});
}

/** Opens a story in an editor, with new plugins and so with an empty history. */
export function open(editor: Editor, article: Article): Editor {
	const doc = editor.schema.nodeFromJSON(articleToDocument(article));
	editor.view.updateState(EditorState.create({ doc, plugins: editor.extensionManager.plugins }));
	return editor;
}

/** Something that is done to a story, as numbers that fit any story. */
export interface Edit {
	readonly kind: number;
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

export const editArbitrary: fc.Arbitrary<Edit> = fc.record({
	kind: fc.nat(15),
	from: fc.nat(100_000),
	to: fc.nat(100_000),
	text: fc.oneof(fc.lorem({ maxCount: 3 }), fc.string({ unit: 'binary', maxLength: 4, minLength: 1 })),
});

const marks = ['bold', 'italic', 'code', 'sub', 'sup', 'strike'] as const;

/** Does one edit; `other` is a story that something is copied from. Throws a `RangeError` for what does not fit. */
export function apply(editor: Editor, { kind, from, to, text }: Edit, other: Editor) {
	const { state, view } = editor;
	const size = state.doc.content.size;
	const [start = 0, end = 0] = [from % (size + 1), to % (size + 1)].sort((a, b) => a - b);
	const near = TextSelection.between(
		Selection.near(state.doc.resolve(start)).$from,
		Selection.near(state.doc.resolve(Math.min(end, start + 40))).$to,
	);
	const select = () => view.dispatch(state.tr.setSelection(near));
	switch (kind) {
		case 0:
		case 1:
			return view.dispatch(state.tr.setSelection(near).insertText(text));
		case 2:
			return view.dispatch(state.tr.deleteRange(start, Math.min(end, start + 60)));
		case 3:
			return view.dispatch(state.tr.deleteRange(start, end));
		case 4: {
			const otherSize = other.state.doc.content.size;
			const slice = other.state.doc.slice(from % otherSize, Math.max(from % otherSize, to % otherSize));
			return view.dispatch(state.tr.replaceRange(start, end, slice));
		}
		case 5:
			select();
			return editor.commands.splitBlock();
		case 6:
			select();
			return editor.commands.toggleMark(marks[to % marks.length] ?? 'bold');
		case 7:
			select();
			return editor.commands.setMark('link', { href: 'https://example.org/' });
		case 8:
			select();
			return editor.commands.setNode('subhead', { level: 3 });
		case 9:
			select();
			return editor.commands.toggleList(to % 2 ? 'bulletList' : 'orderedList', 'listItem');
		case 10:
			select();
			return editor.commands.sinkListItem('listItem');
		case 11:
			select();
			return editor.commands.liftListItem('listItem');
		case 12:
			select();
			return editor.commands.splitListItem('listItem');
		case 13:
			return editor.commands.command(({ tr }) => moveNode(tr, blockAt(editor, from), to % 2 ? 1 : -1));
		case 14:
			return to % 3 === 0 ? editor.commands.redo() : editor.commands.undo();
		default:
			return view.dispatch(
				state.tr.setSelection(NodeSelection.create(state.doc, blockAt(editor, from))).deleteSelection(),
			);
	}
}

/** Where a block of the body begins; any number names one. */
function blockAt({ state: { doc } }: Editor, number: number): number {
	const places: number[] = [];
	doc.forEach((_, offset, index) => {
		if (index >= 2) places.push(offset);
	});
	return places[number % places.length] ?? 0;
}
