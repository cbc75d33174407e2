import { type Editor, Extension } from '@tiptap/core';
import type { Newsroom } from '#shared/model/newsroom.ts';

type Limits = Newsroom['limits'];

/** What holds until the newsroom's own limits are known; the same as the model's. */
const usualLimits: Limits = { headline: 90, standfirst: 160, keyPoints: 5, related: 6 };

declare module '@tiptap/core' {
	interface Storage {
		storyLimits: { limits: Limits };
	}
}

/** Keeps the newsroom's limits where the counters of the document find them. */
export const StoryLimits = Extension.create({
	name: 'storyLimits',
	addStorage: (): { limits: Limits } => ({ limits: usualLimits }),
});

/** The limits that hold for this story. */
export function limitsOf(editor: Editor): Limits {
	return editor.storage.storyLimits?.limits ?? usualLimits;
}

/** Counts against these limits from now on. */
export function setLimits(editor: Editor, limits: Limits) {
	if (editor.storage.storyLimits.limits === limits) return;
	editor.storage.storyLimits.limits = limits;
	// A transaction without steps makes the counters draw themselves again; nothing is changed or saved.
	editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
}
