import { Editor } from '@tiptap/core';
import { EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { articleToDocument, documentToArticle } from '#shared/document/body/index.ts';
import { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { withoutTiptapKeys } from '../../../session/create-story-editor.ts';
import { articleOf } from '../../../session/story-document.ts';
import { beBusyWindow } from '../../../session/testing/busy-window.ts';
import { moveNode } from './move/move-node.ts';
import { storyExtensions } from './story-extensions.ts';

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => {
	vi.unstubAllGlobals();
});

/** An editor without a page, as a session makes it. */
function newEditor(): Editor {
	return new Editor({
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		extensions: storyExtensions({ mediaUrl: (media) => media }),
		content: { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }] },
	});
}

/** Opens a story in an editor, with new plugins and so with an empty history. */
function open(editor: Editor, article: Article): Editor {
	const doc = editor.schema.nodeFromJSON(articleToDocument(article));
	editor.view.updateState(EditorState.create({ doc, plugins: editor.extensionManager.plugins }));
	return editor;
}

interface Edit {
	readonly kind: number;
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

const editArbitrary: fc.Arbitrary<Edit> = fc.record({
	kind: fc.nat(15),
	from: fc.nat(100_000),
	to: fc.nat(100_000),
	text: fc.oneof(fc.lorem({ maxCount: 3 }), fc.string({ unit: 'binary', maxLength: 4, minLength: 1 })),
});

const marks = ['bold', 'italic', 'code', 'sub', 'sup', 'strike'] as const;

function apply(editor: Editor, { kind, from, to, text }: Edit, other: Editor) {
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

function blockAt({ state: { doc } }: Editor, number: number): number {
	const places: number[] = [];
	doc.forEach((_, offset, index) => {
		if (index >= 2) places.push(offset);
	});
	return places[number % places.length] ?? 0;
}

test('whatever is done to a story in the editor, it stays a story that can be saved', () => {
	const [editor, other, reopened] = [newEditor(), newEditor(), newEditor()];
	let refused = 0;
	let done = 0;
	fc.assert(
		fc.property(
			articleArbitrary,
			articleArbitrary,
			fc.array(editArbitrary, { minLength: 1, maxLength: 12 }),
			(article, another, edits) => {
				open(editor, article);
				open(other, another);
				for (const each of edits) {
					const before = editor.state.doc;
					try {
						apply(editor, each, other);
						done += 1;
					} catch (error) {
						// ProseMirror throws for a step that does not fit, and changes nothing.
						if (!(error instanceof RangeError)) throw error;
						expect(editor.state.doc).toBe(before);
						refused += 1;
					}
				}
				editor.state.doc.check();
				const saved = articleOf(editor.state.doc, article);
				expect(documentToArticle(editor.state.doc.toJSON(), article)).toEqual(saved);
				const parsed = Article.parse(saved);
				expect(parsed).toEqual(saved);
				expect(articleOf(open(reopened, parsed).state.doc, article)).toEqual(saved);
				const ids = editor.state.doc.children.slice(2).map((node) => node.attrs.id);
				expect(new Set(ids).size).toBe(ids.length);
			},
		),
		{ numRuns: runsOf({ short: 80, long: 250 }) },
	);
	expect(refused).toBeLessThan(done / 5);
}, 300_000);

test('everything that was done can be undone, and done again', () => {
	const editor = newEditor();
	fc.assert(
		fc.property(articleArbitrary, fc.array(editArbitrary, { maxLength: 8 }), (article, edits) => {
			open(editor, article);
			for (const each of edits) {
				if (each.kind === 14 || each.kind === 4) continue;
				try {
					apply(editor, each, editor);
				} catch (error) {
					if (!(error instanceof RangeError)) throw error;
				}
			}
			const after = editor.state.doc;
			while (editor.can().undo()) editor.commands.undo();
			expect(articleOf(editor.state.doc, article)).toEqual(article);
			while (editor.can().redo()) editor.commands.redo();
			expect(editor.state.doc.toJSON()).toEqual(after.toJSON());
		}),
		{ numRuns: runsOf({ short: 40, long: 120 }) },
	);
}, 300_000);

test('a kind chosen for the empty line stays, also when everything is selected', () => {
	const article = Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQ0000000000000000000000',
		slug: 'harbour',
		dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
	});
	const editor = open(newEditor(), article);
	editor.commands.selectAll();
	editor.commands.setNode('subhead', { level: 3 });
	expect(editor.state.doc.child(2).type.name).toBe('subhead');
	editor.view.dispatch(editor.state.tr.insertText('Boats', 5));
	editor.commands.selectAll();
	editor.commands.deleteSelection();
	expect(editor.state.doc.children.map((node) => node.type.name)).toEqual(['headline', 'standfirst', 'paragraph']);
});

test('a second key-points box becomes a list', () => {
	const article = Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQ0000000000000000000000',
		slug: 'harbour',
		keyPoints: [{ id: 'k1', text: 'Boats came' }],
		body: [{ id: 'b1', type: 'keyPoints' }],
		dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
	});
	const editor = open(newEditor(), article);
	const box = editor.state.doc.child(2);
	editor.view.dispatch(editor.state.tr.insert(editor.state.doc.content.size, box));
	const saved = articleOf(editor.state.doc, article);
	expect(saved.keyPoints).toEqual(article.keyPoints);
	expect(saved.body.map((block) => block.type)).toEqual(['keyPoints', 'list']);
	expect(saved.body[1]).toMatchObject({ items: [{ html: 'Boats came', children: null }] });
});
