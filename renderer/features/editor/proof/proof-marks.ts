import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import type { ProofMark } from './worker/messages.ts';

/** A mark at its place in the document. */
export interface ShownMark {
	readonly from: number;
	readonly to: number;
	readonly mark: ProofMark;
}

const key = new PluginKey<DecorationSet>('proofMarks');

/** Underlines what the proofreader found. What is typed moves the lines along, until it has looked again. */
export const ProofMarks = Extension.create({
	name: 'proofMarks',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			key,
			state: {
				init: () => DecorationSet.empty,
				apply(change, marks) {
					const shown: readonly ShownMark[] | undefined = change.getMeta(key);
					if (shown === undefined) return marks.map(change.mapping, change.doc);
					return DecorationSet.create(change.doc, shown.map(decoration));
				},
			},
			props: { decorations: (state) => key.getState(state) },
		}),
	],
});

/** Underlines these from now on; where they are underlined already nothing happens. */
export function showMarks(editor: Editor, marks: readonly ShownMark[]): void {
	const before = key.getState(editor.state)?.find() ?? [];
	const isSame =
		before.length === marks.length &&
		before.every(({ from, to, spec }, index) => {
			const mark = marks[index];
			return mark?.from === from && mark.to === to && isSameMark(mark.mark, spec.mark);
		});
	if (isSame) return;
	editor.view.dispatch(editor.state.tr.setMeta(key, marks).setMeta('addToHistory', false));
}

/** What is underlined between two positions. */
export function marksBetween({ state }: Editor, from: number, to: number): ShownMark[] {
	return (key.getState(state)?.find(from, to) ?? []).map((one) => ({
		from: one.from,
		to: one.to,
		mark: one.spec.mark,
	}));
}

/** The underlined place that holds a position, or ends or begins there; null for none. */
export function markAt(editor: Editor, position: number): ShownMark | null {
	const found = marksBetween(editor, position, position);
	return found.find(({ from, to }) => from <= position && position < to) ?? found[0] ?? null;
}

function decoration({ from, to, mark }: ShownMark): Decoration {
	const weight = mark.kind === 'style' ? { 'data-weight': mark.rule.weight } : {};
	return Decoration.inline(from, to, { class: `proof-mark proof-${mark.kind}`, ...weight }, { mark });
}

function isSameMark(one: ProofMark, other: ProofMark): boolean {
	if (one.kind === 'spelling' || other.kind === 'spelling') return one.kind === other.kind;
	return one.by === other.by && isSameValue(one.rule, other.rule);
}
