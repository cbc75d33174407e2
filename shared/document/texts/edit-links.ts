import type { Block } from '../../model/block.ts';
import { makeRun, parseInlineHtml, serializeInlineHtml } from '../../model/inline-html.ts';
import { partsOf, partValue } from '../blocks/index.ts';

/** A block whose links lead where `edit` says; the same object when none changes. */
export function editLinks(block: Block, edit: (href: string) => string): Block {
	let isChanged = false;
	const inline = (html: string): string => {
		const runs = parseInlineHtml(html);
		const edited = runs.map((run) => (run.href === undefined ? run : makeRun(run.text, run.marks, edit(run.href))));
		if (edited.every(({ href }, index) => href === runs[index]?.href)) return html;
		isChanged = true;
		return serializeInlineHtml(edited);
	};
	const changed: Record<string, unknown> = {};
	for (const [name, part] of partsOf(block)) {
		const value = partValue(block, name);
		if (part.kind === 'inline' && typeof value === 'string') changed[name] = inline(value);
		else if (part.kind === 'entries' && part.format === 'inline' && Array.isArray(value))
			changed[name] = part.edit(value, inline);
	}
	return isChanged ? { ...block, ...changed } : block;
}
