import type { Block } from '../../model/block.ts';

/** Takes out every key-points box but one: the named one, else the first. */
export function keepOneBox(body: readonly Block[], preferred?: string): Block[] {
	const boxes = body.filter((block) => block.type === 'keyPoints');
	const kept = boxes.find((box) => box.id === preferred) ?? boxes[0];
	return body.filter((block) => block.type !== 'keyPoints' || block === kept);
}
