import { Node, type NodeViewRenderer } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { isWebUrl } from '#shared/model/url.ts';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockButton, blockView, changeAttribute, removeNode } from '../../extensions/media/block-view.ts';
import './embed.css';

const field = { default: '', rendered: false };

/** A page from elsewhere. The editor shows its address and title, never its markup. */
export const Embed = Node.create({
	name: 'embed',
	group: 'block',
	atom: true,
	addAttributes: () => ({
		...idAttribute,
		url: { default: 'https://example.org/', rendered: false },
		title: field,
		caption: field,
	}),
	renderHTML: ({ node, HTMLAttributes }) => [
		'div',
		{
			...HTMLAttributes,
			'data-block-type': 'embed',
			'data-embed': node.attrs.url,
			'data-title': node.attrs.title,
			'data-caption': node.attrs.caption,
		},
	],
	parseHTML: () => [
		{
			tag: 'div[data-embed]',
			getAttrs: (element) => {
				const url = element.getAttribute('data-embed') ?? '';
				if (!isWebUrl(url)) return false;
				return {
					url,
					title: element.getAttribute('data-title') ?? '',
					caption: element.getAttribute('data-caption') ?? '',
				};
			},
		},
	],
	addNodeView: () => embedView,
});

const embedView: NodeViewRenderer = (props) => {
	const address = document.createElement('span');
	address.className = 'embed-address';
	address.dir = 'ltr';
	const title = attributeField(props.editor, {
		label: 'Title',
		placeholder: 'What the page is called',
		change: (value) => changeAttribute(props, 'title', value),
	});
	const caption = attributeField(props.editor, {
		label: 'Caption',
		placeholder: 'Why it is here',
		change: (value) => changeAttribute(props, 'caption', value),
	});
	const show = (node: ProseMirrorNode) => {
		address.textContent = node.attrs.url;
		title.show(node.attrs.title);
		caption.show(node.attrs.caption);
	};
	const view = blockView(props, 'story-embed', show);
	view.dom.append(
		address,
		title.element,
		caption.element,
		blockButton('Remove embed', 'Remove', () => removeNode(props)),
	);
	show(props.node);
	return view;
};
