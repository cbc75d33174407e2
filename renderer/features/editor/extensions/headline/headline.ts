import { Node } from '@tiptap/core';
import { moveToNext } from '../fields/move-to-next.ts';

/** The story's headline: one line of plain text. Enter leads on to the standfirst. */
export const Headline = Node.create({
	name: 'headline',
	content: 'text*',
	marks: '',
	isolating: true,
	defining: true,
	selectable: false,
	parseHTML: () => [{ tag: 'h1[data-field="headline"]' }],
	renderHTML: () => ['h1', { class: 'story-headline', 'data-field': 'headline' }, 0],
	addKeyboardShortcuts() {
		const enter = () => this.editor.state.selection.$from.parent.type === this.type && moveToNext(this.editor);
		return { Enter: enter, 'Shift-Enter': enter, 'Mod-Enter': enter };
	},
});
