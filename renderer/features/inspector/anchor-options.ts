import { shorten } from '#shared/document/excerpt.ts';
import { inlineText } from '#shared/document/inline-html.ts';
import type { Block } from '#shared/model/block.ts';

const longest = 48;

/** The blocks that a correction can be about, each by how it begins. */
export function anchorOptions(body: readonly Block[]): { id: string; label: string }[] {
	return body.flatMap((block) => {
		const label = beginning(block);
		return label === null ? [] : [{ id: block.id, label }];
	});
}

function beginning(block: Block): string | null {
	switch (block.type) {
		case 'paragraph':
		case 'subhead':
		case 'quote':
		case 'pullquote':
			return cut(inlineText(block.html));
		case 'list':
			return cut(inlineText(block.items[0]?.html ?? ''));
		case 'table':
			return cut(block.caption || 'Table');
		case 'image':
			return cut(block.caption || block.alt || 'Picture');
		case 'gallery':
			return cut(block.caption || 'Gallery');
		case 'embed':
			return cut(block.title || block.url);
		case 'keyPoints':
			return 'Key points';
		case 'divider':
			return null;
	}
}

function cut(text: string): string | null {
	return text.trim() === '' ? null : shorten(text, longest);
}
