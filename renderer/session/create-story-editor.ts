import { Editor, type Extensions } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { articleToDocument } from '#shared/document/body/index.ts';
import type { Article } from '#shared/model/article.ts';
import { editorAttributes } from './editor-attributes.ts';
import type { SessionHost } from './session-host.ts';
import { attributesOf } from './story-document.ts';

/** Makes what a story's editor consists of, showing pictures at the addresses that the host gives them. */
export type EditorParts = (host: Pick<SessionHost, 'mediaUrl'>) => Extensions;

/** A story brings keys of its own for writing and deleting, in place of Tiptap's. */
export const withoutTiptapKeys = { keymap: false } as const;

/** Makes the editor of a story, with nothing in its history. */
export function createStoryEditor(host: SessionHost, article: Article, parts: EditorParts, editable: boolean): Editor {
	const editor = new Editor({
		// The pane mounts it and unmounts it; the state with its history outlives both.
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		editable,
		extensions: parts({ mediaUrl: (media) => host.mediaUrl(media) }),
		editorProps: { attributes: ({ doc }) => editorAttributes(attributesOf(doc).language) },
		content: { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }] },
	});
	// Without a view there are no plugins yet, but ids and history are needed from the first change on.
	const doc = editor.schema.nodeFromJSON(articleToDocument(article));
	doc.check();
	editor.view.updateState(EditorState.create({ doc, plugins: editor.extensionManager.plugins }));
	return editor;
}
