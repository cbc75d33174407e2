import { Node, textblockTypeInputRule } from '@tiptap/core';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';

const levels = [2, 3, 4] as const;
/** An `h1` from elsewhere is a subhead here: the story has its headline already. */
const levelOfTag = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 } as const;

/** A heading inside the body, of level 2, 3 or 4. */
export const Subhead = Node.create({
	name: 'subhead',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({ ...idAttribute, level: { default: 2, rendered: false } }),
	parseHTML: () => Object.entries(levelOfTag).map(([tag, level]) => ({ tag, attrs: { level } })),
	renderHTML: ({ node, HTMLAttributes }) => [
		`h${node.attrs.level}`,
		{ ...HTMLAttributes, 'data-block-type': 'subhead' },
		0,
	],
	addInputRules() {
		return levels.map((level) =>
			textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }),
		);
	},
});
