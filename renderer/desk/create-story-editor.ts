import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { articleToDocument } from '#shared/document/body/index.ts';
import type { Article } from '#shared/model/article.ts';
import { withoutTiptapKeys } from '../features/editor/extensions/keys/text-keys.ts';
import { storyExtensions } from '../features/editor/extensions/story-extensions.ts';
import { editorAttributes } from './editor-attributes.ts';
import type { SessionHost } from './session-host.ts';
import { attributesOf } from './story-document.ts';

/** Makes the editor of a story, with nothing in its history. */
export function createStoryEditor(host: SessionHost, article: Article, editable: boolean): Editor {
	const editor = new Editor({
		// The pane mounts it and unmounts it; the state with its history outlives both.
		element: null,
		injectCSS: false,
		enableCoreExtensions: withoutTiptapKeys,
		editable,
		extensions: storyExtensions({ mediaUrl: (media) => host.mediaUrl(media) }),
		editorProps: { attributes: ({ doc }) => editorAttributes(attributesOf(doc).language) },
		content: { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, { type: 'paragraph' }] },
	});
	// Without a view there are no plugins yet, but ids and history are needed from the first change on.
	const doc = editor.schema.nodeFromJSON(articleToDocument(article));
	doc.check();
	editor.view.updateState(EditorState.create({ doc, plugins: editor.extensionManager.plugins }));
	return editor;
}
