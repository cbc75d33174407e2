import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { documentToArticle } from '#shared/document/body/index.ts';
import { Article } from '#shared/model/article.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { articleOf } from '../../../session/story-document.ts';
import { beBusyWindow } from '../../../session/testing/busy-window.ts';
import { apply, editArbitrary, newEditor, open } from './testing/random-edits.ts';

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => {
	vi.unstubAllGlobals();
});

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
