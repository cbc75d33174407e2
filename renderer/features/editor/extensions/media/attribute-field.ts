import type { Editor } from '@tiptap/core';
import { toLine } from '#shared/model/text.ts';

export interface AttributeField {
	readonly element: HTMLElement;
	/** Shows the value after a change from elsewhere. */
	show(value: string): void;
}

/** A labelled text field inside a node view: what is typed goes to `change`. */
export function attributeField(
	editor: Editor,
	options: { label: string; placeholder: string; required?: boolean; change: (value: string) => void },
): AttributeField {
	const element = document.createElement('label');
	element.className = 'block-field';
	const name = document.createElement('span');
	name.className = 'block-field-label';
	name.textContent = options.label;
	// One line of text, shown on as many as it takes.
	const input = document.createElement('textarea');
	input.rows = 1;
	input.dir = 'auto';
	input.placeholder = options.placeholder;
	input.className = 'block-field-input';
	// Its words are looked through with those of the story.
	input.dataset.proof = '';
	input.readOnly = !editor.isEditable;
	// The same words beside it make room for all of its lines, see the stylesheet.
	const room = document.createElement('span');
	room.className = 'block-field-room';
	room.append(input);
	const makeRoom = () => {
		room.dataset.words = `${input.value} `;
	};
	input.addEventListener('input', () => {
		makeRoom();
		options.change(toLine(input.value));
	});
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
	});
	element.append(name, room);
	return {
		element,
		show(value) {
			if (toLine(input.value) !== value) input.value = value;
			makeRoom();
			if (options.required === true) {
				const missing = value.trim() === '';
				element.toggleAttribute('data-problem', missing);
				if (missing) input.setAttribute('aria-invalid', 'true');
				else input.removeAttribute('aria-invalid');
			}
		},
	};
}
