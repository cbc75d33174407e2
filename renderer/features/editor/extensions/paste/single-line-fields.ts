import { Fragment, type Node, type NodeType, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { toLine } from '#shared/model/text.ts';

/** Fields that hold one line: blocks pasted into them become words of that line. */
const singleLine = new Set(['headline', 'standfirst', 'attribution', 'quoteText', 'tableCell']);

/** Pastes into a field of one line, or several lines as so many key points; false where blocks may stand. */
export function pasteIntoLine(tr: Transaction, slice: Slice): boolean {
	const { $from, $to } = tr.selection;
	const { type } = $from.parent;
	if (!$from.sameParent($to)) return false;
	if (type.name === 'keyPoint') {
		pasteKeyPoints(tr, slice);
		return true;
	}
	if (!singleLine.has(type.name)) return false;
	const runs = runsOf(slice.content, type);
	if (runs.length === 0) tr.deleteSelection();
	else tr.replaceSelection(new Slice(Fragment.from(runs), 0, 0));
	return true;
}

/** All that is pasted as words of one line, with those of its marks that the field takes. */
function runsOf(content: Fragment, field: NodeType): Node[] {
	const runs: Node[] = [];
	let beginsLine = true;
	content.descendants((node) => {
		if (node.isTextblock) beginsLine = true;
		if (node.type.name === 'hardBreak' && runs.length > 0) runs.push(field.schema.text(' '));
		if (!node.isText) return;
		const text = toLine(node.text ?? '');
		if (text === '' || (beginsLine && text.trim() === '')) return;
		if (beginsLine && runs.length > 0) runs.push(field.schema.text(' '));
		beginsLine = false;
		runs.push(field.schema.text(text, field.allowedMarks(node.marks)));
	});
	return runs;
}

function pasteKeyPoints(tr: Transaction, slice: Slice): void {
	const lines = linesOf(slice.content);
	for (const [index, line] of lines.entries()) {
		if (index > 0) tr.split(tr.selection.from, 1, [{ type: tr.selection.$from.parent.type, attrs: { id: null } }]);
		tr.insertText(line);
	}
}

function linesOf(content: Fragment): string[] {
	return content
		.textBetween(0, content.size, '\n', '\n')
		.split('\n')
		.map((line) => toLine(line))
		.filter((line) => line.trim() !== '');
}
