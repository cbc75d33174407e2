import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withoutTiptapKeys } from '../../../../desk/create-story-editor.ts';
import { beBusyWindow } from '../../../../desk/testing/busy-window.ts';
import { storyExtensions } from '../story-extensions.ts';
import { blocksDrawn, drawBlocks } from './put-off.ts';

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => {
	vi.unstubAllGlobals();
});

const paragraphs = 400;
const empty = { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }] };
const top = { start: 0, end: 50 };

/** A long story in an editor without a page. */
function longStory(): Editor {
	const editor = new Editor({
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		extensions: storyExtensions({ mediaUrl: String }),
		content: empty,
	});
	const body = Array.from({ length: paragraphs }, (_, index) => ({
		type: 'paragraph',
		content: [{ type: 'text', text: `The council met for the ${index}. time.` }],
	}));
	const doc = editor.schema.nodeFromJSON({
		type: 'doc',
		content: [{ type: 'headline' }, { type: 'standfirst' }, ...body],
	});
	editor.view.updateState(EditorState.create({ doc, plugins: editor.extensionManager.plugins }));
	return editor;
}

test('a story is drawn whole unless it is asked for less', () => {
	const editor = longStory();
	expect(blocksDrawn(editor)).toBe(null);
	drawBlocks(editor, top);
	expect(blocksDrawn(editor)).toEqual(top);
	drawBlocks(editor, { start: -30, end: paragraphs + 2 });
	expect(blocksDrawn(editor)).toBe(null);
});

test('what is put off changes neither the story nor what can be undone', () => {
	const editor = longStory();
	const { doc } = editor.state;
	drawBlocks(editor, { start: 100, end: 150 });
	drawBlocks(editor, { start: 100, end: 230 });
	expect(editor.state.doc).toBe(doc);
	expect(editor.can().undo()).toBe(false);
});

test('a change anywhere, or a move of the cursor, draws the whole story', () => {
	const editor = longStory();
	const beginnings = [
		() => editor.view.dispatch(editor.state.tr.insertText('Again: ', editor.state.doc.content.size - 1)),
		() => editor.view.dispatch(editor.state.tr.setDocAttribute('slug', 'council')),
		() => editor.commands.setTextSelection(editor.state.doc.content.size - 1),
		() => editor.commands.selectAll(),
	];
	for (const begin of beginnings) {
		drawBlocks(editor, top);
		begin();
		expect(blocksDrawn(editor)).toBe(null);
	}
});

test('what changes nothing in the story leaves put off what is', () => {
	const editor = longStory();
	drawBlocks(editor, top);
	editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
	expect(blocksDrawn(editor)).toEqual(top);
});
