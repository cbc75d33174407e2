import { Mark, markInputRule } from '@tiptap/core';

/** Text as a computer shows it. */
export const Code = Mark.create({
	name: 'code',
	parseHTML: () => [{ tag: 'code' }, { tag: 'tt' }],
	renderHTML: () => ['code', 0],
	addKeyboardShortcuts() {
		return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
	},
	addInputRules() {
		return [markInputRule({ find: /(^|[^`])`([^`]+)`(?!`)$/, type: this.type })];
	},
});
