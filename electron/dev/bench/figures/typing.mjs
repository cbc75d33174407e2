import { makeRow } from '../row.mjs';
import { measureTyping } from '../typing/index.mjs';

/** From a key press to the frame that shows it, beside bare Tiptap in the same browser. */
export async function typing() {
	const { ours, bare } = await measureTyping();
	return [
		makeRow({
			figure: 'key press to next frame, 20,000 words',
			unit: 'ms',
			judged: 'p95',
			samples: ours.samples,
			beside: { name: 'bare Tiptap', samples: bare.samples },
			limit: { atMost: 16.7, timesBeside: 1.5 },
		}),
	];
}
