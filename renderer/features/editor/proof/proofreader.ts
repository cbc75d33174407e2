import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { debounce } from '../../../session/basics/debounce.ts';
import { blockEndingAt } from '../block-at.ts';
import { type Asked, putWord } from './asked.ts';
import { ProofFields } from './proof-fields.ts';
import { markAt, marksBetween, type ShownMark, showMarks } from './proof-marks.ts';
import { proofService } from './proof-service.ts';
import type { ProofSettings } from './proof-settings.ts';
import { proofText, textBlocks } from './proof-text.ts';
import type { ProofMark } from './worker/messages.ts';

/** So long after the last letter, and after scrolling, the story is looked at again; in milliseconds. */
const pause = 300;
const longestPause = 1500;
/** So many blocks are sent at once, so that what comes next need not wait. */
const mostAtOnce = 40;
/** A word at the cursor to which nothing is added for so long counts as written. */
const longestWord = 2000;

const nothing: ProofSettings = {
	dictionary: null,
	language: '',
	ignored: new Set(),
	words: [],
	rules: [],
	offReason: 'The story is not on the screen yet.',
};

const proofreaders = new WeakMap<Editor, Proofreader>();

/** The proofreader of a story that is shown; null for any other. */
export function proofreaderOf(editor: Editor): Proofreader | null {
	return proofreaders.get(editor) ?? null;
}

/**
 * Looks through what is seen of a story and underlines it. A block is looked through once for as long as it stays as it is,
 * and never while somebody types in it.
 */
export class Proofreader {
	#settings = nothing;
	#known = new WeakMap<Node, readonly ProofMark[]>();
	#asked = new WeakMap<Node, Promise<void>>();
	/** Whether the word at the cursor may be half written. */
	#isTyping = false;
	#isEnded = false;
	#hasFailed = false;
	readonly #dom: HTMLElement;
	readonly #fields: ProofFields;
	readonly #soon = debounce(() => this.#look(), pause, longestPause);
	readonly #written = debounce(() => this.#stopTyping(), longestWord);

	constructor(
		private readonly editor: Editor,
		/** Scrolls the story. */
		private readonly area: HTMLElement,
		/** Shows what can be done at an underlined place. */
		private readonly ask: (asked: Asked) => void,
		/** Hears once that nothing can be looked up, and why. */
		private readonly fail: (message: string) => void,
	) {
		this.#dom = editor.view.dom;
		this.#fields = new ProofFields(this.#dom, () => this.#settings, ask);
		editor.on('transaction', this.#hear);
		area.addEventListener('scroll', this.#hearScroll, { passive: true });
		this.#dom.addEventListener('contextmenu', this.#hearMenu);
		proofreaders.set(editor, this);
	}

	/** Ends it; the lines stay until the story is shown again. */
	end(): void {
		this.#isEnded = true;
		this.#soon.cancel();
		this.#written.cancel();
		this.#fields.end();
		this.editor.off('transaction', this.#hear);
		this.area.removeEventListener('scroll', this.#hearScroll);
		this.#dom.removeEventListener('contextmenu', this.#hearMenu);
		if (proofreaders.get(this.editor) === this) proofreaders.delete(this.editor);
	}

	get settings(): ProofSettings {
		return this.#settings;
	}

	/** Holds the story against something else from now on. */
	use(settings: ProofSettings): void {
		const measureOf = ({ dictionary, language, words, rules }: ProofSettings) => [dictionary, language, words, rules];
		// What was let stand is left out where it is shown, so nothing is looked up again for it.
		if (!isSameValue(measureOf(this.#settings), measureOf(settings))) {
			this.#known = new WeakMap();
			this.#asked = new WeakMap();
			this.#fields.forget();
			proofService.takeWords(settings.words);
			proofService.takeRules(settings.rules);
		}
		this.#settings = settings;
		this.#look();
	}

	/** Whether there is anything that stories are looked through for. */
	get isOff(): boolean {
		return this.#settings.dictionary === null && this.#settings.rules.length === 0;
	}

	/** Offers what can be done at an underlined place that the cursor is at; false where there is none. */
	askAtCursor(): boolean {
		const mark = this.#markAtCursor();
		if (mark !== null) this.#askAt(mark);
		return mark !== null;
	}

	/** Goes to the next underlined place behind the cursor, also where nobody has looked yet, and round at the end. */
	async goToNext(): Promise<'found' | 'none'> {
		this.#isTyping = false;
		const blocks = textBlocks(this.editor.state.doc, 0, Number.POSITIVE_INFINITY);
		const { to } = this.editor.state.selection;
		const behind = blocks.findIndex(({ block, start }) => start + block.content.size >= to);
		const first = behind < 0 ? 0 : behind;
		// The block of the cursor comes twice: what stands behind it first, and what stands before it last.
		const round = [...blocks.slice(first), ...blocks.slice(0, first + 1)];
		for (let at = 0; at < round.length; at += mostAtOnce) {
			const some = round.slice(at, at + mostAtOnce);
			await this.#check(some.map(({ block }) => block));
			if (this.#isEnded) return 'none';
			for (const [index, { block, start }] of some.entries()) {
				const isFirst = at + index === 0;
				const mark = this.#marksOf(block, start)?.find((one) => !isFirst || one.to > to);
				if (mark === undefined || this.editor.state.doc.nodeAt(start - 1) !== block) continue;
				this.#goTo(mark);
				return 'found';
			}
		}
		return 'none';
	}

	readonly #hear = ({ transaction }: { transaction: Transaction }) => {
		if (transaction.docChanged) {
			this.#isTyping = transaction.getMeta('uiEvent') === undefined;
			this.#soon.call();
			this.#written.call();
		} else if (transaction.selectionSet) this.#stopTyping();
	};

	#stopTyping() {
		if (!this.#isTyping) return;
		this.#isTyping = false;
		this.#soon.call();
	}

	readonly #hearScroll = () => this.#soon.call();

	readonly #hearMenu = (event: MouseEvent) => {
		if (!this.editor.isEditable) return;
		const element = event.target instanceof Element ? event.target.closest('.proof-mark') : null;
		// The key for the menu tells of no pointer, and means the place of the cursor.
		const isKey = event instanceof PointerEvent && event.pointerType === '';
		const mark =
			element === null
				? isKey
					? this.#markAtCursor()
					: null
				: markAt(this.editor, this.editor.view.posAtDOM(element, 0));
		if (mark === null) return;
		event.preventDefault();
		this.#askAt(mark);
	};

	#markAtCursor(): ShownMark | null {
		const { from, to } = this.editor.state.selection;
		const mark = markAt(this.editor, from);
		return mark !== null && mark.from <= from && to <= mark.to ? mark : null;
	}

	#goTo(mark: ShownMark) {
		const { state, view } = this.editor;
		view.focus();
		view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, mark.from, mark.to)).scrollIntoView());
		this.#show();
		this.#askAt(mark);
	}

	#askAt({ from, to, mark }: ShownMark) {
		const { editor } = this;
		const { doc, tr } = editor.state;
		const word = doc.textBetween(from, to);
		// So that it is plain which word is meant.
		editor.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
		const { node } = editor.view.domAtPos(from, 1);
		this.ask({
			word,
			mark,
			anchor: node instanceof Element ? node : node.parentElement,
			put: (by) => putWord(editor, { from, to, word }, by),
			focus: () => editor.view.focus(),
		});
	}

	/** What is seen of the story, and as much above and below it. */
	#seen(): { readonly first: number; readonly last: number } {
		const { top, bottom, height } = this.area.getBoundingClientRect();
		return {
			first: blockEndingAt(this.editor, top - height)?.index ?? 0,
			last: blockEndingAt(this.editor, bottom + height)?.index ?? Number.POSITIVE_INFINITY,
		};
	}

	#look() {
		this.#soon.cancel();
		if (!this.#isShown) return;
		// What is being composed must not be drawn anew.
		if (this.editor.view.composing) return this.#soon.call();
		if (this.isOff) {
			this.#fields.clear();
			return this.#show();
		}
		this.#fields.look(this.#isTyping).catch(this.#tell);
		const { first, last } = this.#seen();
		const blocks = textBlocks(this.editor.state.doc, first, last).map(({ block }) => block);
		for (let at = 0; at < blocks.length; at += mostAtOnce) {
			void this.#check(blocks.slice(at, at + mostAtOnce)).then(() => this.#show());
		}
	}

	/** Has blocks looked through that nobody looked through yet. */
	async #check(blocks: readonly Node[]): Promise<void> {
		const known = this.#known;
		const asked = this.#asked;
		const unknown = blocks.filter((block) => !asked.has(block));
		if (unknown.length > 0 && !this.isOff) {
			const { dictionary, language } = this.#settings;
			const check = async () => {
				try {
					const marks = await proofService.check(unknown.map(proofText), { dictionary, language });
					for (const [index, block] of unknown.entries()) known.set(block, marks[index] ?? []);
				} catch (error) {
					this.#tell(error);
				}
			};
			const checking = check();
			for (const block of unknown) asked.set(block, checking);
		}
		await Promise.all(blocks.map((block) => asked.get(block)));
	}

	readonly #tell = (error: unknown) => {
		if (!this.#hasFailed && !this.#isEnded) this.fail(error instanceof Error ? error.message : String(error));
		this.#hasFailed = true;
	};

	get #isShown(): boolean {
		return !this.#isEnded && !this.editor.isDestroyed && this.#dom.isConnected;
	}

	#show() {
		if (!this.#isShown || this.editor.view.composing) return;
		const { first, last } = this.#seen();
		const marks = textBlocks(this.editor.state.doc, first, last).flatMap(
			// A block that changed keeps its lines until it is looked through.
			({ block, start }) => this.#marksOf(block, start) ?? marksBetween(this.editor, start, start + block.content.size),
		);
		const { head } = this.editor.state.selection;
		const isHalf = ({ from, to }: ShownMark) => this.#isTyping && from <= head && head <= to;
		showMarks(
			this.editor,
			marks.filter((mark) => !isHalf(mark)),
		);
	}

	/** What is to be underlined in a block; null where it has not been looked through. */
	#marksOf(block: Node, start: number): ShownMark[] | null {
		if (this.isOff) return [];
		const known = this.#known.get(block);
		if (known === undefined || known.length === 0) return known === undefined ? null : [];
		const { ignored } = this.#settings;
		const { text } = proofText(block);
		return known
			.filter(({ from, to }) => !ignored.has(text.slice(from, to)))
			.map((mark) => ({ from: start + mark.from, to: start + mark.to, mark }));
	}
}
