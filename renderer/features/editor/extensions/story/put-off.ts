import { type Editor, Extension, getExtensionField, type NodeViewRenderer } from '@tiptap/core';
import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type NodeView, type NodeViewConstructor } from '@tiptap/pm/view';
import { firstBlockIndex } from '../move/move-node.ts';

/** The blocks of a story from this index on, up to but without the one at `end`. */
export interface BlockRange {
	readonly start: number;
	readonly end: number;
}

/** A story of which only some blocks are drawn. */
interface PartlyDrawn {
	readonly drawn: BlockRange;
	/** Where the drawn blocks begin and end in the document. */
	readonly from: number;
	readonly to: number;
	/** What is not drawn; ProseMirror draws anew what was marked and is not any more. */
	readonly marks: DecorationSet;
}

const partlyDrawn = new PluginKey<PartlyDrawn | null>('putOff');

/**
 * Puts off the drawing of the blocks of a long story that are far out of sight, so that its first frame costs no more
 * than that of a short one. They belong to the document from the start; any change and any move of the cursor draws
 * them all.
 */
export const PutOff = Extension.create({
	name: 'putOff',
	addProseMirrorPlugins() {
		return [
			new Plugin<PartlyDrawn | null>({
				key: partlyDrawn,
				state: {
					init: () => null,
					apply(change, before) {
						const told: PartlyDrawn | null | undefined = change.getMeta(partlyDrawn);
						if (told !== undefined) return told;
						return change.docChanged || change.selectionSet || change.scrolledIntoView ? null : before;
					},
				},
				props: {
					decorations: (state) => partlyDrawn.getState(state)?.marks,
					nodeViews: Object.fromEntries(plainBlocks(this.editor).map((name) => [name, plainView])),
				},
			}),
		];
	},
});

/** The blocks that are drawn by their schema alone; those with a view of their own use `orPutOff`. */
function plainBlocks({ schema, extensionManager }: Editor): string[] {
	const withView = new Set(
		extensionManager.extensions
			.filter((extension) => getExtensionField(extension, 'addNodeView') !== undefined)
			.map(({ name }) => name),
	);
	return Object.values(schema.nodes)
		.filter((type) => type.isInGroup('block') && !withView.has(type.name))
		.map(({ name }) => name);
}

/** Draws only these blocks of a story, or all when null; the headline and the standfirst always are. */
export function drawBlocks(editor: Editor, blocks: BlockRange | null): void {
	const { state, view } = editor;
	const told = blocks === null ? null : drawPartly(state.doc, blocks);
	if (told === null && blocksDrawn(editor) === null) return;
	view.updateState(state.apply(state.tr.setMeta(partlyDrawn, told)));
}

/** The blocks of a story that are drawn; null when all are. */
export function blocksDrawn({ state }: Editor): BlockRange | null {
	return partlyDrawn.getState(state)?.drawn ?? null;
}

function drawPartly(doc: Node, drawn: BlockRange): PartlyDrawn | null {
	if (drawn.start <= firstBlockIndex && drawn.end >= doc.childCount) return null;
	let [body, from, to] = [0, 0, doc.content.size];
	const leaves: Decoration[] = [];
	doc.forEach((node, offset, index) => {
		if (index === firstBlockIndex) body = offset;
		if (index === drawn.start) from = offset;
		if (index === drawn.end) to = offset;
		const isDrawn = index >= drawn.start && index < drawn.end;
		if (node.isLeaf && !isDrawn) leaves.push(Decoration.node(offset, offset + node.nodeSize, {}));
	});
	from = Math.max(from, body);
	// One inline decoration is in all blocks with content; those without, such as a picture, need one each.
	const others = [Decoration.inline(body, from, {}), Decoration.inline(to, doc.content.size, {})];
	const marks = DecorationSet.create(doc, [...others.filter((mark) => mark.from < mark.to), ...leaves]);
	return { drawn, from, to, marks };
}

/** The view of a block that stays empty and hidden while its drawing is put off. */
export function orPutOff(draw: NodeViewRenderer): NodeViewRenderer {
	return (props) => (isPutOff(props.view.state, props.getPos()) ? putOffView() : draw(props));
}

const plainView: NodeViewConstructor = (node, view, getPos) => {
	if (isPutOff(view.state, getPos())) return putOffView();
	const shape = node.type.spec.toDOM?.(node);
	if (shape === undefined) throw new Error(`The schema does not say how a ${node.type.name} is drawn.`);
	const { dom, contentDOM } = DOMSerializer.renderSpec(document, shape);
	return contentDOM === undefined ? { dom } : { dom, contentDOM };
};

/** What is hidden is never made to show something else: it is thrown away when the block is drawn. */
function putOffView(): NodeView {
	const dom = document.createElement('div');
	dom.hidden = true;
	return { dom, update: () => false, ignoreMutation: () => true };
}

function isPutOff(state: EditorState, position: number | undefined): boolean {
	const partly = partlyDrawn.getState(state) ?? null;
	return partly !== null && position !== undefined && (position < partly.from || position >= partly.to);
}
