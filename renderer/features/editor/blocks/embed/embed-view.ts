import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { knownEmbed } from '#shared/document/embeds/providers.ts';
import { hostOf } from '#shared/document/page/markup.ts';
import { isWebUrl } from '#shared/model/url.ts';
import { showToast } from '../../../../ui/overlays/toast.tsx';
import { toolsOf } from '../../commands/story-tools.ts';
import { attributeField } from '../../extensions/media/attribute-field.ts';
import { blockPanel } from '../../extensions/media/block-panel.ts';
import {
	blockButton,
	blockView,
	changeAttribute,
	changeAttributes,
	removeNode,
} from '../../extensions/media/block-view.ts';
import type { MediaOptions } from '../../extensions/media/media-options.ts';
import './embed.css';

/** A page from elsewhere as a card; its fields are there while it is selected. */
export function embedView({ mediaUrl }: MediaOptions): NodeViewRenderer {
	return (props) => {
		const { editor } = props;
		let shown = props.node;
		let showFields: ((node: Node) => void) | null = null;
		const card = document.createElement('div');
		card.className = 'embed-card';
		const picture = document.createElement('img');
		picture.alt = '';
		picture.draggable = false;
		const words = document.createElement('div');
		words.className = 'embed-words';
		const line = (className: string, dir: string) => {
			const element = document.createElement('span');
			element.className = className;
			element.dir = dir;
			words.append(element);
			return element;
		};
		const site = line('embed-site', 'ltr');
		const title = line('embed-title', 'auto');
		const address = line('embed-address', 'ltr');
		card.append(picture, words);
		const caption = document.createElement('p');
		caption.className = 'embed-caption';
		caption.dir = 'auto';
		const panel = blockPanel('Embed');

		const fetchWords = async (button: HTMLButtonElement) => {
			const { url } = shown.attrs;
			button.disabled = true;
			const answer = await toolsOf(editor)?.describePage(url);
			button.disabled = false;
			if (answer === undefined || editor.isDestroyed || shown.attrs.url !== url) return;
			if (!answer.ok) return showToast(answer.failure.message);
			const { title: found, picture: path } = answer.value;
			if (found === null && path === null) return showToast('The page says neither its title nor its picture.');
			changeAttributes(props, { title: found ?? shown.attrs.title, picture: path ?? shown.attrs.picture });
		};
		const makeFields = () => {
			const field = (name: string, label: string, placeholder: string) => ({
				name,
				...attributeField(editor, { label, placeholder, change: (value) => changeAttribute(props, name, value) }),
			});
			const fields = [
				field('title', 'Title', 'What the page is called'),
				field('caption', 'Caption', 'Why it is here'),
			];
			const url = attributeField(editor, {
				label: 'Address',
				placeholder: 'https://',
				change: (value) => {
					const isGood = isWebUrl(value.trim());
					url.element.toggleAttribute('data-problem', !isGood);
					// Its title and picture were those of another page.
					if (isGood) changeAttribute(props, 'url', value.trim());
				},
			});
			const ask = blockButton('Fetch title and picture', 'Fetch title and picture', () => void fetchWords(ask));
			const drop = blockButton('Remove the picture', 'Remove the picture', () =>
				changeAttributes(props, { picture: null }),
			);
			const foot = document.createElement('div');
			foot.className = 'block-panel-foot';
			const space = document.createElement('span');
			space.className = 'block-panel-space';
			foot.append(
				ask,
				drop,
				space,
				blockButton('Remove embed', 'Remove', () => removeNode(props)),
			);
			panel.append(...fields.map(({ element }) => element), url.element, foot);
			return (node: Node) => {
				for (const each of fields) each.show(node.attrs[each.name]);
				url.show(node.attrs.url);
				url.element.removeAttribute('data-problem');
				drop.hidden = node.attrs.picture === null;
			};
		};
		const show = (node: Node) => {
			shown = node;
			const { url } = node.attrs;
			const known = knownEmbed(url);
			site.textContent = known === null ? hostOf(url) : known.provider;
			title.textContent = node.attrs.title.trim() === '' ? hostOf(url) : node.attrs.title;
			address.textContent = url;
			picture.hidden = node.attrs.picture === null;
			if (node.attrs.picture !== null) picture.src = mediaUrl(node.attrs.picture);
			caption.textContent = node.attrs.caption;
			caption.hidden = node.attrs.caption.trim() === '';
			showFields?.(node);
		};
		const view = blockView(props, 'story-embed', show, {
			onSelected: () => {
				showFields ??= makeFields();
				showFields(shown);
			},
		});
		view.dom.append(card, caption, panel);
		show(props.node);
		return view;
	};
}
