import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

const paragraphs = await (await fetch('./paragraphs.json')).json();
new Editor({
	element: document.getElementById('paper'),
	extensions: [StarterKit],
	content: {
		type: 'doc',
		content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
	},
});
document.documentElement.dataset.ready = '';
