import { Mark, markInputRule } from '@tiptap/core';

/** Bold text. */
export const Bold = Mark.create({
	name: 'bold',
	parseHTML: () => [
		{ tag: 'strong' },
		{ tag: 'b' },
		{ style: 'font-weight', getAttrs: (weight) => /^(?:bold|[6-9]00)/.test(weight) && null },
	],
	renderHTML: () => ['strong', 0],
	addKeyboardShortcuts() {
		return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
	},
	addInputRules() {
		return [markInputRule({ find: /(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*(?!\s+\*\*))$/, type: this.type })];
	},
});
