import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { placeholderPlaces } from '#shared/document/checks/placeholders.ts';
import type { Stretch } from '#shared/document/texts/edit-inline.ts';

/** Marks each TK, where a fact is still missing. */
export const PlaceholderMarks = Extension.create({
	name: 'placeholderMarks',
	addProseMirrorPlugins() {
		const known = new WeakMap<Node, readonly Stretch[]>();
		return [
			new Plugin({
				key: new PluginKey('placeholderMarks'),
				props: {
					decorations({ doc }) {
						const marks: Decoration[] = [];
						doc.descendants((node, position) => {
							if (!node.isTextblock) return;
							let places = known.get(node);
							if (places === undefined) {
								places = placeholderPlaces(node.textBetween(0, node.content.size, null, '\n'));
								known.set(node, places);
							}
							for (const { from, to } of places) {
								marks.push(Decoration.inline(position + 1 + from, position + 1 + to, { class: 'story-to-come' }));
							}
						});
						return DecorationSet.create(doc, marks);
					},
				},
			}),
		];
	},
});
