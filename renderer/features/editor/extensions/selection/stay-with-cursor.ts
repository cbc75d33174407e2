import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** How long what has come into view may take to get its true height, in milliseconds. */
const growing = 2000;

/**
 * The keys to the start and the end of a story lead to where nothing was laid out or loaded before. What stands there
 * grows a moment later, and would push the cursor out of sight.
 */
export const StayWithCursor = Extension.create({
	name: 'stayWithCursor',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('stayWithCursor'),
				props: {
					handleDOMEvents: {
						keydown: (view, { key, ctrlKey, metaKey }) => {
							// On a Mac it is ⌘ with an arrow.
							if ((ctrlKey || metaKey) && /^(?:Home|End|ArrowUp|ArrowDown)$/.test(key)) stay(view.dom);
							return false;
						},
					},
				},
			}),
		];
	},
});

/** Keeps the cursor in sight while the story grows, until somebody does the next thing. */
function stay(story: HTMLElement): void {
	const page = story.ownerDocument;
	const show = () => {
		const at = page.getSelection()?.focusNode ?? null;
		const element = at instanceof Element ? at : (at?.parentElement ?? null);
		if (element !== null && story.contains(element)) element.scrollIntoView({ block: 'nearest' });
	};
	let frame = 0;
	const sizes = new ResizeObserver(() => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(show);
	});
	const nextThings = ['keydown', 'wheel', 'pointerdown'] as const;
	const end = () => {
		clearTimeout(timer);
		cancelAnimationFrame(frame);
		sizes.disconnect();
		for (const thing of nextThings) page.removeEventListener(thing, end, true);
	};
	const timer = setTimeout(end, growing);
	sizes.observe(story);
	for (const thing of nextThings) page.addEventListener(thing, end, true);
}
