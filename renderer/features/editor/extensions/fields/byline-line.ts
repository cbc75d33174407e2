import { Decoration } from '@tiptap/pm/view';
import type { StoryAttributes } from '#shared/document/body/index.ts';
import { focusInspectorField } from '../../../../session/focus-field.ts';

/** The line between standfirst and body that says who wrote the story; pressing it leads to the byline's fields. */
export function bylineLine(position: number, { byline, dateline }: Pick<StoryAttributes, 'byline' | 'dateline'>) {
	const names = byline.map((entry) => entry.name).filter((name) => name.trim() !== '');
	const place = dateline.place.trim();
	return Decoration.widget(position, () => bylineElement(names, place), {
		side: -1,
		key: JSON.stringify([names, place]),
		ignoreSelection: true,
		stopEvent: () => true,
	});
}

function bylineElement(names: readonly string[], place: string): HTMLElement {
	const line = document.createElement('div');
	line.className = 'story-byline';
	line.contentEditable = 'false';
	const button = document.createElement('button');
	button.type = 'button';
	button.addEventListener('click', () => focusInspectorField({ field: 'byline' }));
	if (names.length === 0) {
		button.textContent = 'Add a byline';
	} else {
		const authors = document.createElement('strong');
		authors.textContent = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
		button.append('By ', authors, ...(place === '' ? [] : [` in ${place}`]));
	}
	line.append(button);
	return line;
}
