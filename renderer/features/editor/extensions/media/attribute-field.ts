import type { Editor } from '@tiptap/core';
import { toLine } from '#shared/model/text.ts';

export interface AttributeField {
	readonly element: HTMLElement;
	/** Shows the value after a change from elsewhere. */
	show(value: string): void;
}

/** A labelled text field inside a node view: what is typed goes to `change`, and undo stays the story's. */
export function attributeField(
	editor: Editor,
	options: { label: string; placeholder: string; required?: boolean; change: (value: string) => void },
): AttributeField {
	const element = document.createElement('label');
	element.className = 'block-field';
	const name = document.createElement('span');
	name.className = 'block-field-label';
	name.textContent = options.label;
	const input = document.createElement('input');
	input.type = 'text';
	input.placeholder = options.placeholder;
	input.className = 'block-field-input';
	input.readOnly = !editor.isEditable;
	input.addEventListener('input', () => options.change(toLine(input.value)));
	input.addEventListener('keydown', (event) => {
		const key = event.key.toLowerCase();
		if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
		// The browser's own undo would know nothing of the story's one history.
		event.preventDefault();
		if (key === 'y' || event.shiftKey) editor.commands.redo();
		else editor.commands.undo();
	});
	element.append(name, input);
	return {
		element,
		show(value) {
			if (input.value !== value) input.value = value;
			if (options.required === true) {
				const missing = value.trim() === '';
				element.toggleAttribute('data-problem', missing);
				if (missing) input.setAttribute('aria-invalid', 'true');
				else input.removeAttribute('aria-invalid');
			}
		},
	};
}
