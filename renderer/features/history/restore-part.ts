import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { blockToNode, keyPointToNode } from '#shared/document/body/index.ts';
import type { FieldPath } from '#shared/document/diff/compare-field.ts';
import type { BlockChange } from '#shared/document/diff/diff-articles.ts';
import { fieldAt } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { attributesOf } from '../../session/story-document.ts';
import type { StoryFields, StorySession } from '../../session/story-session.ts';

/** Brings back one block as it was, as one step that can be undone; whether the place for it is still there. */
export function restoreBlock(session: StorySession, past: Article, change: BlockChange): boolean {
	const { editor } = session;
	const { doc } = editor.state;
	const step = editor.state.tr;
	switch (change.kind) {
		case 'same':
			return false;
		case 'changed': {
			const now = findBlock(doc, change.after.id);
			if (now === null) return false;
			const was = nodeOf(doc, { ...change.before, id: change.after.id });
			step.replaceWith(now.from, now.to, was);
			return finish(session, step, now.from);
		}
		case 'moved': {
			const now = findBlock(doc, change.block.id);
			if (now === null) return false;
			const place = placeOf(doc, past, change.from, change.block.id);
			step.delete(now.from, now.to);
			const at = step.mapping.map(place);
			step.insert(at, now.node);
			return finish(session, step, at);
		}
		case 'removed': {
			const { block } = change;
			if (block.type === 'keyPoints' && hasBox(doc)) return false;
			const waiting = attributesOf(doc).unplacedKeyPoints;
			const node = doc.type.schema.nodeFromJSON(blockToNode(block, block.type === 'keyPoints' ? waiting : []));
			const place = placeOf(doc, past, change.from, block.id);
			const line = unwrittenLine(doc);
			if (line === null) step.insert(place, node);
			else step.replaceWith(line.from, line.to, node);
			if (block.type === 'keyPoints' && waiting.length > 0) step.setDocAttribute('unplacedKeyPoints', []);
			return finish(session, step, line?.from ?? place);
		}
		case 'added': {
			const now = findBlock(doc, change.block.id);
			if (now === null) return false;
			// The points outlive their box.
			if (change.block.type === 'keyPoints') step.setDocAttribute('unplacedKeyPoints', session.getArticle().keyPoints);
			step.delete(now.from, now.to);
			return finish(session, step, Math.min(now.from, step.doc.content.size));
		}
	}
}

/** Brings back all key points as they were, in their box where it is in the body. */
export function restoreKeyPoints(session: StorySession, past: Article): void {
	const { doc, tr: step, schema } = session.editor.state;
	const box = bodyOf(doc).find(({ node }) => node.type.name === 'keyPoints');
	if (box === undefined) step.setDocAttribute('unplacedKeyPoints', past.keyPoints);
	else {
		const points = past.keyPoints.map((point) => schema.nodeFromJSON(keyPointToNode(point)));
		step.replaceWith(box.from + 1, box.to - 1, points);
		step.setDocAttribute('unplacedKeyPoints', []);
	}
	finish(session, step, box?.from ?? null);
}

/** Whether a field may be brought back by itself. */
export function mayRestoreField(field: FieldPath, present: Article): boolean {
	return fieldAt(field).isKept !== true && (field !== 'slug' || present.dates.published === null);
}

/** Brings back one field, or one part of it, as it was, as one step that can be undone. */
export function restoreField(session: StorySession, past: Article, field: FieldPath): void {
	const { name, part, isKept } = fieldAt(field);
	if (name === 'id' || isKept === true) return;
	if (name === 'headline' || name === 'standfirst') {
		restoreLine(session, name === 'headline' ? 0 : 1, past[name]);
		return;
	}
	session.editor.view.dispatch(closeHistory(session.editor.state.tr));
	const fields: StoryFields = past;
	const restore = <Name extends keyof StoryFields>(attribute: Name) => {
		const was = fields[attribute];
		session.setField(attribute, part === null ? was : withPart(session.getField(attribute), was, part));
	};
	restore(name);
}

/** A record with one part as it was; as a whole where either version has no parts. */
function withPart<Value>(now: Value, was: Value, part: string): Value {
	if (typeof now !== 'object' || now === null || typeof was !== 'object' || was === null) return was;
	return { ...now, [part]: Object.entries(was).find(([name]) => name === part)?.[1] };
}

function restoreLine(session: StorySession, index: 0 | 1, text: string) {
	const { doc, tr: step, schema } = session.editor.state;
	const from = index === 0 ? 0 : doc.child(0).nodeSize;
	const line = doc.child(index);
	step.replaceWith(from + 1, from + 1 + line.content.size, text === '' ? [] : [schema.text(text)]);
	finish(session, step, from);
}

interface PlacedNode {
	readonly node: Node;
	readonly from: number;
	readonly to: number;
}

/** The blocks of the body with their places; headline and standfirst are before them. */
function bodyOf(doc: Node): PlacedNode[] {
	const placed: PlacedNode[] = [];
	doc.forEach((node, from, index) => {
		if (index >= 2) placed.push({ node, from, to: from + node.nodeSize });
	});
	return placed;
}

function findBlock(doc: Node, id: string): PlacedNode | null {
	return bodyOf(doc).find(({ node }) => node.attrs.id === id) ?? null;
}

function hasBox(doc: Node): boolean {
	return bodyOf(doc).some(({ node }) => node.type.name === 'keyPoints');
}

/** The empty line that a story without a body is written on; null when there is a body. */
function unwrittenLine(doc: Node): PlacedNode | null {
	const [first, ...more] = bodyOf(doc);
	if (first === undefined || more.length > 0) return null;
	return first.node.type.name === 'paragraph' && first.node.content.size === 0 ? first : null;
}

/** Where a block that stood at `index` belongs now: behind the nearest block before it that is still there. */
function placeOf(doc: Node, past: Article, index: number, id: string): number {
	const places = new Map(bodyOf(doc).map(({ node, to }) => [node.attrs.id, to]));
	for (const block of past.body.slice(0, index).reverse()) {
		const to = block.id === id ? undefined : places.get(block.id);
		if (to !== undefined) return to;
	}
	return doc.child(0).nodeSize + doc.child(1).nodeSize;
}

function nodeOf(doc: Node, block: Block): Node {
	return doc.type.schema.nodeFromJSON(blockToNode(block, []));
}

/** Makes the change one step of the history, and shows its place. */
function finish(session: StorySession, step: Transaction, at: number | null): boolean {
	if (at !== null) step.setSelection(Selection.near(step.doc.resolve(Math.min(at + 1, step.doc.content.size)), 1));
	session.editor.view.dispatch(closeHistory(step).scrollIntoView());
	return true;
}
