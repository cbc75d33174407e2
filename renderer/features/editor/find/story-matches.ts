import type { Node } from '@tiptap/pm/model';
import type { StoryText } from '#shared/document/texts/edit-texts.ts';
import type { Finder, Found } from '#shared/text/find/make-finder.ts';

/** Something found in a story: in its text, or in a field beside it such as a caption. */
export type StoryMatch = TextMatch | FieldMatch;

export interface TextMatch {
	readonly kind: 'text';
	readonly from: number;
	readonly to: number;
}
export interface FieldMatch {
	readonly kind: 'field';
	/** What the field is called: "Picture, Caption". */
	readonly label: string;
	/** Where its block stands; null for the lead picture. */
	readonly block: { readonly from: number; readonly to: number } | null;
	/** The how manieth it is of what is found in the story's fields, as `editTexts` goes through them. */
	readonly index: number;
}

/** What was found in each block of text, for as long as the block lives. */
export type FoundInBlocks = WeakMap<Node, readonly Found[]>;

/** All that is found in a story, in the order of its document; `fields` are its texts that are written in fields. */
export function storyMatches(
	doc: Node,
	fields: readonly StoryText[],
	finder: Finder,
	known: FoundInBlocks,
): readonly StoryMatch[] {
	let index = 0;
	const inFields = new Map<StoryText['block'], Pick<FieldMatch, 'label' | 'index'>[]>();
	for (const { block, text, label } of fields) {
		const found = finder.find(text).map(() => ({ label, index: index++ }));
		if (found.length > 0) inFields.set(block, [...(inFields.get(block) ?? []), ...found]);
	}
	const fieldsOf = (name: StoryText['block'], block: FieldMatch['block']): FieldMatch[] =>
		(inFields.get(name) ?? []).map((found) => ({ kind: 'field', block, ...found }));

	const matches: StoryMatch[] = fieldsOf(null, null);
	const inText = (node: Node, position: number) => {
		if (!node.isTextblock) return;
		let found = known.get(node);
		if (found === undefined) {
			found = finder.find(textOfBlock(node));
			known.set(node, found);
		}
		for (const { from, to } of found) {
			matches.push({ kind: 'text', from: position + 1 + from, to: position + 1 + to });
		}
	};
	doc.forEach((block, offset) => {
		inText(block, offset);
		block.descendants((node, inside) => inText(node, offset + 1 + inside));
		const { id } = block.attrs;
		if (typeof id === 'string') matches.push(...fieldsOf(id, { from: offset, to: offset + block.nodeSize }));
	});
	return matches;
}

/** The text of a block, with a character for each position in it; a line break is an LF, as in the story's file. */
export function textOfBlock(node: Node): string {
	return node.textBetween(0, node.content.size, null, '\n');
}
