import type { FieldRef } from '#shared/model/problem.ts';
import type { StorySession } from './story-session.ts';

/** Takes the keyboard to a field; with `opens`, what the field chooses from is opened. */
type Focus = (where: FieldRef, opens: boolean) => void;
interface Registered {
	readonly session: StorySession;
	readonly focus: Focus;
}
const registered = new Map<string, Registered>();
/** The field that the keyboard is to go to once its story, or with null the one in front, has all that stands beside it. */
let awaited: { readonly session: StorySession | null; readonly where: FieldRef; readonly opens: boolean } | null = null;

/** Says how to take the keyboard to a field of a story outside of its text; returns the function that ends it. */
export function registerField(
	name: FieldRef['field'] | (string & {}),
	session: StorySession,
	focus: Focus,
): () => void {
	const mine = { session, focus };
	registered.set(name, mine);
	if (awaited?.where.field === name && (awaited.session ?? session) === session) {
		const { where, opens } = awaited;
		awaited = null;
		// Not within the drawing that registers it.
		setTimeout(() => focus(where, opens));
	}
	return () => {
		if (registered.get(name) === mine) registered.delete(name);
	};
}

/** Takes the editor to a field of the story: into the text, or to where the inspector shows it, which may open its picker. */
export function focusField(session: StorySession, where: FieldRef, opens = false): void {
	awaited = null;
	if (session.focusText(where)) return;
	if (registered.get(where.field)?.session === session) focusInspectorField(where, opens);
	else awaited = { session, where, opens };
}

/** Takes the editor to a field of the story in front that the inspector shows. */
export function focusInspectorField(where: FieldRef, opens = false): void {
	const field = registered.get(where.field);
	// A story that was opened just now may not have it yet.
	if (field === undefined) awaited = { session: null, where, opens };
	else field.focus(where, opens);
}
