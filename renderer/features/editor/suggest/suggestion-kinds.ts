import type { EditorState } from '@tiptap/pm/state';
import { takesMarks } from '../commands/mark-commands.ts';

/** What is offered while an editor types: blocks after "/", stories after "[[", people after "@". */
export type SuggestionKind = 'block' | 'story' | 'person';

interface KindOfSuggestion {
	readonly sign: string;
	/** What may stand right before the sign: an address in an e-mail or a path is none of these. */
	readonly before: RegExp;
	/** The sign with what is typed behind it, as long as it is looked for. */
	readonly typed: RegExp;
}

/** Each of them by its sign. */
export const suggestionKinds: Readonly<Record<SuggestionKind, KindOfSuggestion>> = {
	block: { sign: '/', before: /(?:^|\s)$/u, typed: /^\/[^\s/]{0,40}$/u },
	story: { sign: '[[', before: /(?:^|[^\p{L}\p{N}[])$/u, typed: /^\[\[[^[\]\n]{0,100}$/u },
	// A name has up to four words.
	person: {
		sign: '@',
		before: /(?:^|[\s("“‘«„[—–/])$/u,
		typed: /^@(?:[\p{L}\p{M}'’.-]+ ){0,3}[\p{L}\p{M}'’.-]*$/u,
	},
};

/** Which kind begins when this letter is typed at this place; null for none. */
export function kindBegun(state: EditorState, at: number, letter: string): SuggestionKind | null {
	const $at = state.doc.resolve(at);
	const marks = state.storedMarks ?? $at.marks();
	if (!takesMarks($at) || marks.some((mark) => mark.type.name === 'code')) return null;
	const text = `${$at.parent.textBetween(0, $at.parentOffset, '\n', '\n')}${letter}`;
	for (const kind of ['block', 'story', 'person'] as const) {
		const { sign, before } = suggestionKinds[kind];
		if (!text.endsWith(sign) || !before.test(text.slice(0, -sign.length))) continue;
		// A block takes the place of a paragraph of the body, or stands after it.
		if (kind === 'block' && !($at.depth === 1 && $at.parent.type.name === 'paragraph')) continue;
		return kind;
	}
	return null;
}
