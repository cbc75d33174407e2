import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { readsPaste } from './reads-paste.ts';
import { dissolveSecondBoxes } from './second-box.ts';

/**
 * Brings what is pasted or dropped into the story's shape before the editor sees it: it is read as a document, a field of
 * one line takes its words, and a second key-points box becomes a list.
 */
export const CleanPaste = Extension.create({
	name: 'cleanPaste',
	addProseMirrorPlugins() {
		return [
			readsPaste(this.editor),
			new Plugin({ key: new PluginKey('secondBox'), appendTransaction: dissolveSecondBoxes }),
		];
	},
});
