import { Editor, type JSONContent } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withoutTiptapKeys } from '../../../../session/create-story-editor.ts';
import { beBusyWindow } from '../../../../session/testing/busy-window.ts';
import { storyExtensions } from '../story-extensions.ts';
import { pasteIntoLine } from './single-line-fields.ts';

beforeAll(() => {
	beBusyWindow();
});
afterAll(() => {
	vi.unstubAllGlobals();
});

const bold = [{ type: 'bold' }];
const copied: JSONContent[] = [
	{
		type: 'paragraph',
		content: [
			{ type: 'text', text: 'The ' },
			{ type: 'text', marks: bold, text: 'harbour' },
		],
	},
	{ type: 'paragraph' },
	{ type: 'paragraph', content: [{ type: 'text', marks: bold, text: 'opens' }] },
];

/** Pastes the copied paragraphs at the beginning of a field that reads "Soon". */
function pasteInto(field: 'headline' | 'quoteText'): JSONContent[] | undefined {
	const words = (name: string) => ({
		type: name,
		...(name === field ? { content: [{ type: 'text', text: 'Soon' }] } : {}),
	});
	const editor = new Editor({
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		extensions: storyExtensions({ mediaUrl: (media) => media }),
		content: {
			type: 'doc',
			content: [
				words('headline'),
				{ type: 'standfirst' },
				{ type: 'quote', content: [words('quoteText'), { type: 'attribution' }] },
			],
		},
	});
	let place = 0;
	editor.state.doc.descendants((node, position) => {
		if (node.type.name === field) place = position + 1;
	});
	editor.commands.setTextSelection(place);
	const { content } = editor.schema.nodeFromJSON({
		type: 'doc',
		content: [{ type: 'headline' }, { type: 'standfirst' }, ...copied],
	});
	const { tr } = editor.state;
	expect(pasteIntoLine(tr, new Slice(content.cut(4), 1, 1))).toBe(true);
	editor.view.dispatch(tr);
	return editor.state.doc.nodeAt(place - 1)?.toJSON().content;
}

test('paragraphs pasted into a quote become one line and keep their marks', () => {
	expect(pasteInto('quoteText')).toEqual([
		{ type: 'text', text: 'The ' },
		{ type: 'text', marks: bold, text: 'harbour' },
		{ type: 'text', text: ' ' },
		{ type: 'text', marks: bold, text: 'opens' },
		{ type: 'text', text: 'Soon' },
	]);
});

test('a headline takes the words and none of the marks', () => {
	expect(pasteInto('headline')).toEqual([{ type: 'text', text: 'The harbour opensSoon' }]);
});
