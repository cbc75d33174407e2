import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockButton, blockView, changeAttribute, removeNode } from '../../extensions/media/block-view.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import './image.css';

/** A picture with its words under it, editable in place. */
export function imageView({ mediaUrl }: MediaOptions): NodeViewRenderer {
	return (props) => {
		const picture = document.createElement('img');
		picture.draggable = false;
		picture.loading = 'lazy';
		picture.decoding = 'async';
		const field = (name: string, label: string, placeholder: string, required = false) => ({
			name,
			...attributeField(props.editor, {
				label,
				placeholder,
				required,
				change: (value) => changeAttribute(props, name, value),
			}),
		});
		const fields = [
			field('alt', 'Alt text', 'Describe the picture for those who cannot see it', true),
			field('caption', 'Caption', 'What the picture shows'),
			field('credit', 'Credit', 'Who made it'),
		];
		const show = (node: Node) => {
			const source = mediaUrl(node.attrs.media);
			if (picture.getAttribute('src') !== source) picture.src = source;
			picture.alt = node.attrs.alt;
			for (const each of fields) each.show(node.attrs[each.name]);
		};
		const view = blockView(props, 'story-image', show);
		const words = document.createElement('div');
		words.className = 'block-fields';
		words.append(...fields.map((each) => each.element));
		view.dom.append(
			picture,
			words,
			blockButton('Remove picture', 'Remove', () => removeNode(props)),
		);
		show(props.node);
		return view;
	};
}
