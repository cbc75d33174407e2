import { Mark } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { isWebUrl, safeHref } from '#shared/model/url.ts';

/** A link. Pasting a web address over selected words links them. */
export const Link = Mark.create({
	name: 'link',
	inclusive: false,
	addAttributes: () => ({ href: { default: '' } }),
	parseHTML: () => [
		{
			tag: 'a[href]',
			getAttrs: (element) => {
				const href = safeHref(element.getAttribute('href') ?? '');
				return href === null ? false : { href };
			},
		},
	],
	// Nothing in the editor may navigate, whatever the address; it leads somewhere only on the page.
	renderHTML: ({ mark }) => ['a', { href: safeHref(String(mark.attrs.href)) ?? '#', rel: 'noopener noreferrer' }, 0],
	addProseMirrorPlugins() {
		const { type, editor } = this;
		return [
			new Plugin({
				key: new PluginKey('link'),
				props: {
					handleDOMEvents: {
						click: (_view, event) => {
							const inLink = event.target instanceof Element && event.target.closest('a') !== null;
							if (inLink) event.preventDefault();
							return false;
						},
					},
					handlePaste: (_view, event) => {
						const text = event.clipboardData?.getData('text/plain').trim() ?? '';
						if (editor.state.selection.empty || !isWebUrl(text)) return false;
						return editor.commands.setMark(type, { href: text });
					},
				},
			}),
		];
	},
});
