import type { AttributeField } from './attribute-field.ts';
import './block-panel.css';

/** The fields of a block that are shown while it is selected, made when that is first so. */
export function blockPanel(label: string): HTMLElement {
	const panel = document.createElement('div');
	panel.className = 'block-panel';
	panel.role = 'group';
	panel.ariaLabel = label;
	panel.contentEditable = 'false';
	return panel;
}

let choices = 0;

/** One of a few values, such as a size: buttons of which one is pressed. */
export function choiceField<Value extends string>(
	label: string,
	words: Readonly<Record<Value, string>>,
	change: (value: Value) => void,
): AttributeField {
	choices += 1;
	const element = document.createElement('div');
	element.className = 'block-choice';
	element.role = 'radiogroup';
	element.ariaLabel = label;
	const name = document.createElement('span');
	name.className = 'block-field-label';
	name.textContent = label;
	name.ariaHidden = 'true';
	const options = Object.entries<string>(words).map(([value, text]) => {
		const option = document.createElement('label');
		const input = document.createElement('input');
		input.type = 'radio';
		input.name = `block-choice-${choices}`;
		input.value = value;
		input.addEventListener('change', () => change(value as Value));
		option.append(input, text);
		return { option, input };
	});
	element.append(name, ...options.map(({ option }) => option));
	return {
		element,
		show: (value) => {
			for (const { input } of options) input.checked = input.value === value;
		},
	};
}
