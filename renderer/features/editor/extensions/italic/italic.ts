import { Mark, markInputRule } from '@tiptap/core';

/** Italic text. */
export const Italic = Mark.create({
	name: 'italic',
	parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
	renderHTML: () => ['em', 0],
	addKeyboardShortcuts() {
		return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) };
	},
	addInputRules() {
		return [markInputRule({ find: /(?:^|\s)(_(?!\s+_)([^_]+)_(?!\s+_))$/, type: this.type })];
	},
});
