import { NodeSelection, Selection } from '@tiptap/pm/state';
import type { FieldRef } from '#shared/model/problem.ts';
import type { StorySession } from './story-session.ts';

type Focus = (where: FieldRef) => void;
interface Registered {
	readonly session: StorySession;
	readonly focus: Focus;
}
const registered = new Map<string, Registered>();
/** The field that the keyboard is to go to once its story, or with null the one in front, has all that stands beside it. */
let awaited: { readonly session: StorySession | null; readonly where: FieldRef } | null = null;

/** Says how to take the keyboard to a field of a story outside of its text; returns the function that ends it. */
export function registerField(
	name: FieldRef['field'] | (string & {}),
	session: StorySession,
	focus: Focus,
): () => void {
	const mine = { session, focus };
	registered.set(name, mine);
	if (awaited?.where.field === name && (awaited.session ?? session) === session) {
		const { where } = awaited;
		awaited = null;
		// Not within the drawing that registers it.
		setTimeout(() => focus(where));
	}
	return () => {
		if (registered.get(name) === mine) registered.delete(name);
	};
}

/** Takes the editor to a field of the story: into the text, or to where the inspector shows it. */
export function focusField(session: StorySession, where: FieldRef): void {
	const position = positionOf(session, where);
	awaited = null;
	if (position !== null) focusText(session, position);
	else if (registered.get(where.field)?.session === session) focusInspectorField(where);
	else awaited = { session, where };
}

/** Takes the editor to a field of the story in front that the inspector shows. */
export function focusInspectorField(where: FieldRef): void {
	const field = registered.get(where.field);
	// A story that was opened just now may not have it yet.
	if (field === undefined) awaited = { session: null, where };
	else field.focus(where);
}

/** Where the text of a field stands in the document; null for a field of the inspector. */
function positionOf({ editor }: StorySession, where: FieldRef): number | null {
	const { doc } = editor.state;
	const standfirst = doc.child(0).nodeSize;
	const body = standfirst + doc.child(1).nodeSize;
	switch (where.field) {
		case 'headline':
			return 0;
		case 'standfirst':
			return standfirst;
		case 'body':
			return body;
		case 'keyPoints':
		case 'block': {
			let found = body;
			doc.forEach((node, offset, index) => {
				if (index < 2) return;
				const isWanted = where.field === 'block' ? node.attrs.id === where.block : node.type.name === 'keyPoints';
				if (isWanted) found = offset;
			});
			return found;
		}
		default:
			return null;
	}
}

function focusText({ editor }: StorySession, position: number) {
	const { doc } = editor.state;
	const node = doc.nodeAt(position);
	const selection =
		node?.isAtom === true && NodeSelection.isSelectable(node)
			? NodeSelection.create(doc, position)
			: Selection.near(doc.resolve(position + 1));
	editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
	editor.view.focus();
	const element = editor.view.nodeDOM(position);
	if (!(element instanceof HTMLElement)) return;
	element.scrollIntoView({ block: 'nearest' });
	// A picture's missing words are typed in a field of its own.
	element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
