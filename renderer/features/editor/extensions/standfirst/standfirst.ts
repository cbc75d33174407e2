import { Node } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { moveToNext } from '../fields/move-to-next.ts';

/** The one-paragraph introduction: plain text. Enter leads on to the body, Backspace at its beginning to the headline. */
export const Standfirst = Node.create({
	name: 'standfirst',
	content: 'text*',
	marks: '',
	isolating: true,
	defining: true,
	selectable: false,
	parseHTML: () => [{ tag: 'p[data-field="standfirst"]' }],
	renderHTML: () => ['p', { class: 'story-standfirst', 'data-field': 'standfirst' }, 0],
	addKeyboardShortcuts() {
		const isHere = () => this.editor.state.selection.$from.parent.type === this.type;
		const enter = () => isHere() && moveToNext(this.editor);
		return {
			Enter: enter,
			'Shift-Enter': enter,
			'Mod-Enter': enter,
			Backspace: () => {
				const { $from, empty } = this.editor.state.selection;
				if (!isHere() || !empty || $from.parentOffset > 0) return false;
				return this.editor.commands.command(({ tr }) => {
					tr.setSelection(Selection.near(tr.doc.resolve($from.before() - 1), -1));
					return true;
				});
			},
		};
	},
});
