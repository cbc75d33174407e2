import { Node } from '@tiptap/core';
import { idAttribute } from '../../extensions/block-id/block-attributes.ts';
import { keyPointKeys } from './key-point-keys.ts';
import { keyPointView } from './key-point-view.ts';
import { keyPointsView } from './key-points-view.ts';

/** The box of the story's key points, standing where the editor put it. */
export const KeyPoints = Node.create({
	name: 'keyPoints',
	group: 'block',
	content: 'keyPoint*',
	isolating: true,
	defining: true,
	addAttributes: () => idAttribute,
	parseHTML: () => [{ tag: 'ul[data-block-type="keyPoints"]', priority: 70 }],
	renderHTML: ({ HTMLAttributes }) => ['ul', { ...HTMLAttributes, 'data-block-type': 'keyPoints' }, 0],
	addNodeView: () => keyPointsView,
});

/** One key point: a line of plain text. */
export const KeyPoint = Node.create({
	name: 'keyPoint',
	content: 'text*',
	marks: '',
	defining: true,
	selectable: true,
	addAttributes: () => idAttribute,
	parseHTML: () => [{ tag: 'li', context: 'keyPoints/', priority: 70 }],
	renderHTML: () => ['li', { 'data-field': 'key-point' }, 0],
	addNodeView: () => keyPointView,
	addKeyboardShortcuts() {
		return keyPointKeys(this.editor);
	},
});
