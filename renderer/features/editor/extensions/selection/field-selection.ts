import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';

/** Keeps a selection inside the field where it began, so that nothing typed can join a headline with the body. */
export const FieldSelection = Extension.create({
	name: 'fieldSelection',
	addKeyboardShortcuts() {
		return {
			'Mod-a': () =>
				this.editor.commands.command(({ tr, state }) => {
					const { $from } = state.selection;
					if ($from.depth === 0) return false;
					const { start, end } = fieldAround($from);
					const selection = TextSelection.between(tr.doc.resolve(start), tr.doc.resolve(end));
					tr.setSelection(selection);
					return true;
				}),
		};
	},
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('fieldSelection'),
				props: {
					createSelectionBetween(_view, $anchor, $head) {
						if ($anchor.depth === 0 || !$anchor.parent.inlineContent) return null;
						const { start, end } = fieldAround($anchor);
						if ($head.pos >= start && $head.pos <= end) return null;
						const head = $anchor.doc.resolve(Math.min(Math.max($head.pos, start), end));
						return TextSelection.between($anchor, head, $head.pos < start ? 1 : -1);
					},
				},
			}),
		];
	},
});

/** The innermost isolating node around a place, or else the whole body. */
function fieldAround($place: ResolvedPos): { start: number; end: number } {
	for (let depth = $place.depth; depth > 0; depth -= 1) {
		if ($place.node(depth).type.spec.isolating === true) return { start: $place.start(depth), end: $place.end(depth) };
	}
	const { doc } = $place;
	return { start: doc.child(0).nodeSize + doc.child(1).nodeSize, end: doc.content.size };
}
