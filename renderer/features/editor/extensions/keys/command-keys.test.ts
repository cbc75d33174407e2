import { type AnyExtension, type Editor, getExtensionField } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStoryEditor } from '../../../../session/create-story-editor.ts';
import { beBusyWindow } from '../../../../session/testing/busy-window.ts';
import { OneStory, story } from '../../../../session/testing/one-story.ts';
import { shortcutsOf } from '../../../../ui/command.ts';
import { textCommands } from '../../commands/text-commands.ts';
import { storyExtensions } from '../story-extensions.ts';
import { macTextKeys, textKeys } from './text-key-list.ts';

beforeEach(() => {
	beBusyWindow();
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** The same name for the same keys: `Mod+Shift+Z` for `Shift-Mod-z`. */
function nameOf(keys: string): string {
	const parts = keys.split(/[-+](?=.)/);
	const key = parts.pop() ?? '';
	return [...parts.sort(), key.length === 1 ? key.toUpperCase() : key].join('+');
}

/** The keys of each extension of a story's editor, those of Tiptap among them. */
function keysOf(editor: Editor): Map<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	for (const extension of editor.extensionManager.extensions) {
		const type = editor.schema.nodes[extension.name] ?? editor.schema.marks[extension.name];
		const { name, options, storage } = extension;
		const context = { name, options, storage, editor, type };
		const keys = getExtensionField<(() => Record<string, unknown>) | undefined>(
			extension as AnyExtension,
			'addKeyboardShortcuts',
			context,
		);
		found.set(name, Object.keys(keys?.() ?? {}).map(nameOf));
	}
	return found;
}

for (const platform of ['Linux', 'MacIntel']) {
	test(`every key of the text is that of a command, or one that texts have everywhere, on ${platform}`, () => {
		vi.stubGlobal('navigator', { platform, userAgent: '' });
		const keys = keysOf(createStoryEditor(new OneStory(story).host, story, storyExtensions, true));
		const ofCommands = new Set(keys.get('commandKeys'));
		keys.delete('commandKeys');
		expect(ofCommands).toEqual(new Set(textCommands.flatMap((command) => shortcutsOf(command).map(nameOf))));
		const declared = [...textKeys, ...(platform === 'Linux' ? [] : macTextKeys)];
		const allowed = new Set(declared.flatMap((key) => key.keys.map(nameOf)));
		const others = [...keys].flatMap(([name, own]) => own.map((key) => ({ name, key })));
		expect(others.filter(({ key }) => !allowed.has(key))).toEqual([]);
		expect(others.length).toBeGreaterThan(10);
		expect([...ofCommands].filter((key) => allowed.has(key))).toEqual([]);
	});
}

test('a command of the text is not offered where it would do nothing', () => {
	const editor = createStoryEditor(new OneStory(story).host, story, storyExtensions, true);
	const reasons = (position: number) => {
		editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position)));
		return Object.fromEntries(textCommands.map((command) => [command.id, command.disabledReason(editor)]));
	};
	const inHeadline = reasons(1);
	expect(inHeadline['mark.bold']).toMatch(/plain/);
	expect(inHeadline['block.subhead2']).toMatch(/Only a paragraph/);
	expect(inHeadline['block.bulletList']).toMatch(/Only a paragraph/);
	expect(inHeadline['block.moveUp']).toMatch(/further up/);
	expect(inHeadline['block.table']).toBeNull();
	expect(inHeadline['block.image']).toBe('The story is not shown.');
	const { doc } = editor.state;
	const inParagraph = reasons(doc.child(0).nodeSize + doc.child(1).nodeSize + 1);
	expect(inParagraph['mark.bold']).toBeNull();
	expect(inParagraph['mark.link']).toBe('Select the words to link first.');
	expect(inParagraph['block.subhead2']).toBeNull();
	expect(inParagraph['block.moveUp']).toMatch(/further up/);
	expect(inParagraph['block.moveDown']).toBeNull();
	expect(inParagraph['text.undo']).toBe('Nothing to undo.');
});

test('a story that can only be read says so for each command of the text', () => {
	const editor = createStoryEditor(new OneStory(story).host, story, storyExtensions, false);
	for (const command of textCommands) expect(command.disabledReason(editor)).toBe('This story can only be read.');
});

test('a kind of text is offered exactly where the editor can make it', () => {
	const editor = createStoryEditor(new OneStory(story).host, story, storyExtensions, true);
	const subhead = textCommands.find(({ id }) => id === 'block.subhead3');
	const { doc } = editor.state;
	doc.descendants((node, position) => {
		if (!node.isTextblock) return;
		editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position + 1)));
		const can = editor.can().setNode('subhead', { level: 3 });
		expect([node.type.name, subhead?.disabledReason(editor) === null]).toEqual([node.type.name, can]);
	});
});
