import type { ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/** A selection from here to as far as its field goes, or null where it does not leave the field. */
export function selectInField($anchor: ResolvedPos, $head: ResolvedPos): TextSelection | null {
	if ($anchor.depth === 0 || !$anchor.parent.inlineContent) return null;
	const { start, end } = fieldAround($anchor);
	if ($head.pos >= start && $head.pos <= end) return null;
	const $end = $anchor.doc.resolve(Math.min(Math.max($head.pos, start), end));
	const selection = TextSelection.between($anchor, $end, $head.pos < start ? 1 : -1);
	return selection instanceof TextSelection ? selection : null;
}

/** The innermost isolating node around a place, or else the whole body. */
export function fieldAround($place: ResolvedPos): { start: number; end: number } {
	for (let depth = $place.depth; depth > 0; depth -= 1) {
		if ($place.node(depth).type.spec.isolating === true) return { start: $place.start(depth), end: $place.end(depth) };
	}
	const { doc } = $place;
	return { start: doc.child(0).nodeSize + doc.child(1).nodeSize, end: doc.content.size };
}
