import { Mark, markInputRule } from '@tiptap/core';

/** Struck-out text. */
export const Strike = Mark.create({
	name: 'strike',
	parseHTML: () => [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
	renderHTML: () => ['s', 0],
	addKeyboardShortcuts() {
		return { 'Mod-Shift-x': () => this.editor.commands.toggleMark(this.name) };
	},
	addInputRules() {
		return [markInputRule({ find: /(?:^|\s)(~~(?!\s+~~)([^~]+)~~(?!\s+~~))$/, type: this.type })];
	},
});
