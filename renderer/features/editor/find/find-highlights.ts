import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { StoryMatch } from './story-matches.ts';

/** What was found, and which of it the editor looks at. */
export interface Highlights {
	readonly matches: readonly StoryMatch[];
	readonly current: StoryMatch | null;
}

const key = new PluginKey<DecorationSet>('findHighlights');

/** Lets a story's editor show what was found in it; returns the function that ends it. */
export function beginHighlights(editor: Editor): () => void {
	editor.registerPlugin(
		new Plugin<DecorationSet>({
			key,
			state: {
				init: () => DecorationSet.empty,
				apply(change, marks) {
					const shown: Highlights | undefined = change.getMeta(key);
					if (shown === undefined) return marks.map(change.mapping, change.doc);
					return DecorationSet.create(change.doc, decorations(shown));
				},
			},
			props: { decorations: (state) => key.getState(state) },
		}),
	);
	return () => {
		if (!editor.isDestroyed) editor.unregisterPlugin(key);
	};
}

/** Shows these from now on. */
export function showHighlights({ state, view }: Editor, shown: Highlights): void {
	view.dispatch(state.tr.setMeta(key, shown).setMeta('addToHistory', false));
}

function decorations({ matches, current }: Highlights): Decoration[] {
	return matches.flatMap((match) => {
		const look = { class: match === current ? 'find-match find-current' : 'find-match' };
		if (match.kind === 'text') return Decoration.inline(match.from, match.to, look);
		// What is in a field is not drawn by the text, so its block is marked.
		return match.block === null ? [] : Decoration.node(match.block.from, match.block.to, look);
	});
}
