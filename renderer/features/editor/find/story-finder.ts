import { closeHistory } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { countEdits, type EditStoryText, textsOf } from '#shared/document/texts/edit-texts.ts';
import type { FindQuery } from '#shared/text/find/find-query.ts';
import { type Finder, makeFinder } from '#shared/text/find/make-finder.ts';
import { debounce } from '../../../session/basics/debounce.ts';
import { Store } from '../../../session/basics/store.ts';
import type { StorySession } from '../../../session/story-session.ts';
import { beginHighlights, showHighlights } from './find-highlights.ts';
import { type FieldMatch, type FoundInBlocks, type StoryMatch, storyMatches, textOfBlock } from './story-matches.ts';

export interface FinderState {
	readonly matches: readonly StoryMatch[];
	/** Which of them the editor looks at; -1 for none. */
	readonly at: number;
	/** What is wrong with what is looked for, as a sentence. */
	readonly problem: string | null;
}

/** So long after the last letter in the text it is looked through again, in milliseconds. */
const pause = 150;

/** Looks for something in one story, and puts something else in its place. */
export class StoryFinder extends Store<FinderState> {
	#finder: Finder | null = null;
	#known: FoundInBlocks = new WeakMap();
	#asked = 0;
	/** Whether the story changed since it was looked through. */
	#isStale = true;
	readonly #again = debounce(() => this.#look(), pause);
	readonly #ends: (() => void)[];

	constructor(private readonly session: StorySession) {
		super({ matches: [], at: -1, problem: null });
		this.#ends = [beginHighlights(session.editor), session.subscribe(this.#hear)];
	}

	readonly #hear = () => {
		this.#isStale = true;
		this.#again.call();
	};

	/** Ends it; nothing is marked any more. */
	end(): void {
		this.#asked += 1;
		this.#again.cancel();
		for (const end of this.#ends) end();
	}

	/** Looks for something else from now on, and goes to the first of it behind the cursor; null looks for nothing. */
	async lookFor(query: FindQuery | null): Promise<void> {
		this.#asked += 1;
		const mine = this.#asked;
		const made = query === null ? null : await makeFinder(query);
		if (mine !== this.#asked || this.session.editor.isDestroyed) return;
		this.#finder = made !== null && 'finder' in made ? made.finder : null;
		this.#known = new WeakMap();
		this.#isStale = true;
		this.#change({ problem: made !== null && 'problem' in made ? made.problem : null });
		this.#look();
		if (this.getState().at >= 0) this.#show();
	}

	/** Goes to the next or the previous of what was found, and round at the ends. */
	step(by: 1 | -1): void {
		this.#look();
		const { matches, at } = this.getState();
		if (matches.length === 0) return;
		this.#change({ at: (at + by + matches.length) % matches.length });
		this.#show();
	}

	/** Puts something in the place of the one that the editor looks at, and goes to the next. */
	replace(by: string): void {
		this.#look();
		const { matches, at } = this.getState();
		const match = matches[at];
		const finder = this.#finder;
		if (match === undefined || finder === null) return;
		if (match.kind === 'text') this.#replaceText(match.from, finder, by);
		else this.session.editTexts(oneInFields(match, finder, by));
		this.#look();
		this.#show();
	}

	/** Puts something in the place of all that was found, in one step; how many that were. */
	replaceAll(by: string): number {
		const finder = this.#finder;
		if (finder === null) return 0;
		const edit: EditStoryText = ({ text }) => finder.replace(text, by);
		const count = countEdits(this.session.getArticle(), edit);
		if (count > 0) this.session.editTexts(edit);
		this.#look();
		return count;
	}

	#change(part: Partial<FinderState>) {
		this.setState({ ...this.getState(), ...part });
	}

	#replaceText(from: number, finder: Finder, by: string) {
		const { state, view } = this.session.editor;
		const $from = state.doc.resolve(from);
		const start = $from.start();
		const edit = finder.replace(textOfBlock($from.parent), by).find((one) => start + one.from === from);
		if (edit === undefined) return;
		const change = closeHistory(state.tr).insertText(edit.by, from, start + edit.to);
		view.dispatch(change.setSelection(TextSelection.create(change.doc, from + edit.by.length)));
	}

	/** Looks through the story as it now is; the one that was looked at stays it, or else the next behind the cursor. */
	#look() {
		const { editor } = this.session;
		this.#again.cancel();
		if (!this.#isStale || editor.isDestroyed) return;
		this.#isStale = false;
		const fields = textsOf(this.session.getArticle()).filter((text) => text.isInField);
		const matches = this.#finder === null ? [] : storyMatches(editor.state.doc, fields, this.#finder, this.#known);
		const { from } = editor.state.selection;
		const behind = matches.findIndex((match) => startOf(match) >= from);
		this.#change({ matches, at: behind < 0 && matches.length > 0 ? 0 : behind });
		showHighlights(editor, { matches, current: matches[this.getState().at] ?? null });
	}

	/** Brings the one that the editor looks at to where it is seen, and selects it; the keyboard stays where it is. */
	#show() {
		const { matches, at } = this.getState();
		const { editor } = this.session;
		const match = matches[at] ?? null;
		showHighlights(editor, { matches, current: match });
		if (match === null) return;
		const { state, view } = editor;
		const from = startOf(match);
		if (match.kind === 'text') {
			view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)));
		}
		if (from < 0) return;
		const shown = match.kind === 'text' ? view.domAtPos(from).node : view.nodeDOM(from);
		const element = shown instanceof Element ? shown : (shown?.parentElement ?? null);
		element?.scrollIntoView({ block: 'center' });
	}
}

function startOf(match: StoryMatch): number {
	return match.kind === 'text' ? match.from : (match.block?.from ?? -1);
}

/** Edits one of what is found in the fields of a story. */
function oneInFields({ index }: FieldMatch, finder: Finder, by: string): EditStoryText {
	let before = 0;
	return ({ text, isInField }) => {
		if (!isInField) return [];
		const edits = finder.replace(text, by);
		const first = before;
		before += edits.length;
		return edits.filter((_, place) => first + place === index);
	};
}
