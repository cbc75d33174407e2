import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** Makes a document equal to another, touching only what differs, so that the cursor stays where it was. */
export function replaceDocument(change: Transaction, wanted: Node): Transaction {
	replaceContent(change, wanted);
	for (const [name, value] of Object.entries(wanted.attrs)) {
		if (JSON.stringify(change.doc.attrs[name]) !== JSON.stringify(value)) change.setDocAttribute(name, value);
	}
	return change;
}

function replaceContent(change: Transaction, wanted: Node) {
	const { doc } = change;
	const start = doc.content.findDiffStart(wanted.content);
	const ends = doc.content.findDiffEnd(wanted.content);
	if (start === null || ends === null) return;
	// Where the two ends overlap, as in `aa` becoming `aaa`, the end moves behind the start.
	const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
	const fitted = doc.replace(start, ends.a + overlap, wanted.slice(start, ends.b + overlap));
	if (fitted.content.eq(wanted.content)) {
		change.replace(start, ends.a + overlap, wanted.slice(start, ends.b + overlap));
	} else {
		change.replaceWith(0, doc.content.size, wanted.content);
	}
}
