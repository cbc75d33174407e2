import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { sizeWords } from '#shared/document/page/picture-size.ts';
import type { Picture } from '#shared/model/block.ts';
import { toolsOf } from '../../commands/story-tools.ts';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockPanel, choiceField } from '../../extensions/media/block-panel.ts';
import {
	blockButton,
	blockView,
	changeAttribute,
	changeAttributes,
	removeNode,
	selectBlock,
} from '../../extensions/media/block-view.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import { pictureFrame, sizeWarning } from '../../extensions/media/picture-frame.ts';
import { cropPreviews } from './crop-previews.ts';
import { focusPointButton } from './focus-point-button.ts';
import './image.css';

/** A picture as on the page; its fields are there while it is selected. */
export function imageView(media: MediaOptions): NodeViewRenderer {
	return (props) => {
		let showFields: ((node: Node) => void) | null = null;
		let shown = props.node;
		const frame = pictureFrame(media, () => {
			selectBlock(props);
			panel.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		});
		const panel = blockPanel('Picture');
		/** Caption and credit often hold for the next version of a picture too; what it shows and where does not. */
		const replace = () =>
			toolsOf(props.editor)?.choosePictures(false, ([next]) => {
				if (next === undefined) return;
				const credit = next.credit === '' ? shown.attrs.credit : next.credit;
				changeAttributes(props, { media: next.media, alt: next.alt, credit, focus: null });
			});
		const makeFields = () => {
			const change = (name: string) => (value: unknown) => changeAttribute(props, name, value);
			const text = (name: string, label: string, placeholder: string, required = false) => ({
				name,
				...attributeField(props.editor, { label, placeholder, required, change: change(name) }),
			});
			const fields = [
				text('alt', 'Alt text', 'Describe the picture for those who cannot see it', true),
				text('caption', 'Caption', 'What the picture shows'),
				text('credit', 'Credit', 'Who made it'),
			];
			const size = choiceField('Size', sizeWords, change('size'));
			const warning = sizeWarning(() => [frame.picture]);
			const crops = cropPreviews(frame.picture);
			const focus = focusPointButton(change('focus'));
			const foot = document.createElement('div');
			foot.className = 'block-panel-foot';
			foot.append(
				size.element,
				blockButton('Replace picture', 'Replace…', replace),
				blockButton('Remove picture', 'Remove', () => removeNode(props)),
			);
			panel.append(...fields.map((each) => each.element), warning.element, crops.element, foot);
			frame.element.insertBefore(focus.element, frame.picture.nextSibling);
			return (node: Node) => {
				for (const each of fields) each.show(node.attrs[each.name]);
				size.show(node.attrs.size);
				warning.show(node.attrs.size);
				focus.show(node.attrs.focus);
				crops.show(node.attrs.focus);
			};
		};
		const show = (node: Node) => {
			shown = node;
			view.dom.dataset.size = node.attrs.size;
			frame.show(node.attrs as Picture);
			showFields?.(node);
		};
		const view = blockView(props, 'story-image', show, {
			onSelected: () => {
				showFields ??= makeFields();
				showFields(shown);
			},
		});
		view.dom.append(frame.element, panel);
		show(props.node);
		return view;
	};
}
