import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model';
import { Parser } from 'htmlparser2';

const mark = 'data-galley';

/** Writes what is copied as every editor of Galley reads it back without loss, and marks it so. */
export function ownSerializer(schema: Schema): DOMSerializer {
	const base = DOMSerializer.fromSchema(schema);
	return new OwnSerializer(base.nodes, base.marks);
}

class OwnSerializer extends DOMSerializer {
	override serializeFragment(
		fragment: Fragment,
		options?: { document?: Document },
		target?: HTMLElement | DocumentFragment,
	): HTMLElement | DocumentFragment {
		const written = super.serializeFragment(fragment, options, target);
		if (target === undefined) for (const element of written.children) element.setAttribute(mark, '');
		return written;
	}
}

/** Whether HTML was copied from an editor of Galley, and has nothing that a page would load or show in its own way. */
export function isOwnHtml(untrustedHtml: string): boolean {
	if (!untrustedHtml.includes(mark)) return false;
	let isMarked = false;
	let isForeign = false;
	const parser = new Parser({
		onopentag(tag, attributes) {
			isMarked ||= mark in attributes;
			isForeign ||= foreignTags.has(tag) || Object.keys(attributes).some((name) => foreignAttributes.test(name));
		},
	});
	parser.write(untrustedHtml);
	parser.end();
	return isMarked && !isForeign;
}

const foreignTags = new Set('audio embed iframe img input link object script source style svg video'.split(' '));
const foreignAttributes = /^(?:on|style$|src|poster$|background$)/;
