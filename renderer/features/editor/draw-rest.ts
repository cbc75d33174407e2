import type { Editor } from '@tiptap/core';
import { blocksDrawn, drawBlocks } from './extensions/story/put-off.ts';
import type { WayBack } from './story-place.ts';

/** How many blocks are drawn at a time: so few that a key pressed meanwhile does not wait. */
const atATime = 80;

/** Whatever somebody begins to do with the story meanwhile, they do with all of it. */
const beginnings = ['pointerdown', 'keydown', 'focusin', 'wheel', 'touchstart', 'dragenter'] as const;

/**
 * Draws the blocks of a story that were put off, once the first ones are seen where they should stand. Returns the
 * function that ends it.
 */
export function drawRest(editor: Editor, area: HTMLElement, wayBack: WayBack): () => void {
	let frame = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const drawMore = () => {
		cancelAnimationFrame(frame);
		wayBack.end();
		const drawn = blocksDrawn(editor);
		if (drawn === null) {
			end();
			return;
		}
		const { childCount } = editor.state.doc;
		// Those below first; what comes in above moves nothing, because the browser keeps to what it shows.
		const more =
			drawn.end < childCount ? { ...drawn, end: drawn.end + atATime } : { ...drawn, start: drawn.start - atATime };
		drawBlocks(editor, more);
		timer = setTimeout(drawMore);
	};
	const drawAll = () => {
		end();
		drawBlocks(editor, null);
	};
	const end = () => {
		wayBack.end();
		cancelAnimationFrame(frame);
		clearTimeout(timer);
		for (const beginning of beginnings) area.removeEventListener(beginning, drawAll, { capture: true });
		window.removeEventListener('beforeprint', drawAll);
	};
	for (const beginning of beginnings) area.addEventListener(beginning, drawAll, { capture: true, passive: true });
	window.addEventListener('beforeprint', drawAll);
	const look = () => {
		if (!wayBack.goOn()) {
			frame = requestAnimationFrame(look);
			return;
		}
		clearTimeout(timer);
		timer = setTimeout(drawMore);
	};
	frame = requestAnimationFrame(() => {
		frame = requestAnimationFrame(look);
	});
	// A window that nobody sees makes no frames.
	timer = setTimeout(drawMore, 500);
	return end;
}
