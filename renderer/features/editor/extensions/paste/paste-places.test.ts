import { Editor, type JSONContent } from '@tiptap/core';
import type { Fragment, Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { articleToDocument } from '#shared/document/body/index.ts';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { articleArbitrary } from '#shared/model/testing/article-arbitrary.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { withoutTiptapKeys } from '../../../../session/create-story-editor.ts';
import { beBusyWindow } from '../../../../session/testing/busy-window.ts';
import { storyExtensions } from '../story-extensions.ts';
import { incomingOf } from './incoming.ts';
import { pasteIntoLine } from './single-line-fields.ts';

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => {
	vi.unstubAllGlobals();
});

const content: JSONContent = {
	type: 'doc',
	content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }],
};
const makeEditor = () =>
	new Editor({
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		extensions: storyExtensions({ mediaUrl: (media) => media }),
		content,
	});

/** Every place in a story where a cursor can stand in words. */
function cursorPlaces(doc: Node): number[] {
	const places: number[] = [];
	doc.descendants((node, position) => {
		if (!node.isTextblock) return true;
		for (const offset of new Set([0, Math.floor(node.content.size / 2), node.content.size]))
			if (isBetweenLetters(doc, position + 1 + offset)) places.push(position + 1 + offset);
		return false;
	});
	return places;
}

/** Half a character is no place for a cursor. */
function isBetweenLetters(doc: Node, place: number): boolean {
	const { nodeBefore } = doc.resolve(place);
	return !/[\ud800-\udbff]$/.test(nodeBefore?.text ?? '');
}

const letters = (content: Fragment) => content.textBetween(0, content.size, ' ').replace(/\s/g, '');

/** How many pictures, embeds and the like there are. */
function atoms(content: Fragment): number {
	let count = 0;
	content.descendants((node) => {
		if (node.isAtom && !node.isText) count += 1;
	});
	return count;
}

test('a document pasted at any place of any story keeps every letter in its order, and the story valid', () => {
	const { schema, state: unwritten } = makeEditor();
	fc.assert(
		fc.property(articleArbitrary, articleArbitrary, fc.nat(), (into, pasted, chosen) => {
			const doc = schema.nodeFromJSON(articleToDocument(into));
			const blocks = pasted.body.filter(({ type }) => type !== 'keyPoints');
			const places = cursorPlaces(doc);
			const place = places[chosen % places.length] ?? 1;
			const story: ReadStory = { headline: '', standfirst: '', blocks, leftOut: {} };
			const { slice } = incomingOf({ story, from: 'html' }, { text: '', files: [] }, schema, doc.resolve(place));
			const { tr } = unwritten;
			tr.replaceWith(0, tr.doc.content.size, doc.content);
			tr.setSelection(TextSelection.create(tr.doc, place));
			const [before, after] = [doc.slice(0, place).content, doc.slice(place).content];
			const isLine = pasteIntoLine(tr, slice);
			if (!isLine) tr.replaceSelection(slice);
			tr.doc.check();
			if (!isLine) expect(atoms(tr.doc.content)).toBe(atoms(doc.content) + atoms(slice.content));
			expect(letters(tr.doc.content)).toBe(letters(before) + letters(slice.content) + letters(after));
		}),
		{ numRuns: runsOf({ short: 200, long: 3000 }) },
	);
}, 300_000);
