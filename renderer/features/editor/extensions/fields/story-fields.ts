import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { StoryAttributes } from '#shared/document/body/index.ts';
import { articleFields } from '#shared/document/fields.ts';
import { countCharacters } from '#shared/text/character-count.ts';
import { editorBlocks } from '../../blocks/index.ts';
import { bylineLine } from './byline-line.ts';
import { limitsOf } from './story-limits.ts';

const placeholders: Readonly<Record<string, string>> = Object.assign(
	{ headline: articleFields.headline.label, standfirst: articleFields.standfirst.label },
	...editorBlocks.map((block) => block.placeholders ?? {}),
);

/** Draws what a field says about itself: the counters, the words of an empty field, the byline. */
export const StoryFieldMarks = Extension.create({
	name: 'storyFieldMarks',
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin({
				key: new PluginKey('storyFieldMarks'),
				props: {
					decorations({ doc }) {
						const limits = limitsOf(editor);
						const marks: Decoration[] = [];
						doc.forEach((node, offset, index) => {
							if (index === 0) marks.push(counter(node, offset, limits.headline));
							if (index === 1) {
								marks.push(counter(node, offset, limits.standfirst));
								marks.push(bylineLine(offset + node.nodeSize, doc.attrs as StoryAttributes));
							}
							markEmpty(node, offset, marks);
						});
						const only = doc.childCount === 3 ? doc.child(2) : null;
						if (only?.type.name === 'paragraph' && only.content.size === 0) {
							const start = doc.content.size - only.nodeSize;
							marks.push(placeholder(start, doc.content.size, 'Write the story'));
						}
						return DecorationSet.create(doc, marks);
					},
				},
			}),
		];
	},
});

function counter(node: Node, offset: number, limit: number): Decoration {
	const count = countCharacters(node.textContent);
	return Decoration.node(offset, offset + node.nodeSize, {
		'data-count': `${count} / ${limit}`,
		...(count > limit ? { 'data-over': '' } : {}),
	});
}

function markEmpty(node: Node, offset: number, marks: Decoration[]) {
	const words = placeholders[node.type.name];
	if (words !== undefined && node.content.size === 0) {
		marks.push(placeholder(offset, offset + node.nodeSize, words));
	}
	if (node.isTextblock) return;
	node.forEach((child, inside) => {
		if (placeholders[child.type.name] !== undefined) markEmpty(child, offset + 1 + inside, marks);
	});
}

function placeholder(from: number, to: number, words: string): Decoration {
	return Decoration.node(from, to, { 'data-placeholder': words });
}
