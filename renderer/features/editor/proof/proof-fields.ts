import type { Asked } from './asked.ts';
import { proofService } from './proof-service.ts';
import type { ProofSettings } from './proof-settings.ts';
import type { ProofMark } from './worker/messages.ts';

/** What was found in a field that said this. */
interface Known {
	readonly text: string;
	readonly marks: readonly ProofMark[];
}

/**
 * Underlines words in the fields of a story's blocks, such as captions. A text area has no letters to underline, so the lines
 * stand under the same words behind it.
 */
export class ProofFields {
	#known = new WeakMap<HTMLTextAreaElement, Known>();

	constructor(
		private readonly story: HTMLElement,
		private readonly settings: () => ProofSettings,
		private readonly ask: (asked: Asked) => void,
	) {
		story.addEventListener('contextmenu', this.#hearMenu);
		story.addEventListener('keydown', this.#hearKey);
	}

	end(): void {
		this.story.removeEventListener('contextmenu', this.#hearMenu);
		this.story.removeEventListener('keydown', this.#hearKey);
	}

	/** Nothing that was found holds any more. */
	forget(): void {
		this.#known = new WeakMap();
	}

	/** Looks through the fields that changed; the word at the cursor may be half written while somebody types. */
	async look(isTyping: boolean): Promise<void> {
		const fields = [...this.story.querySelectorAll('textarea')].filter((field) => 'proof' in field.dataset);
		const known = this.#known;
		const changed = fields.filter((field) => known.get(field)?.text !== field.value);
		if (changed.length > 0) {
			const texts = changed.map((field) => field.value);
			const { dictionary, language } = this.settings();
			const marks = await proofService.check(
				texts.map((text) => ({ text, code: [] })),
				{ dictionary, language },
			);
			for (const [index, field] of changed.entries())
				known.set(field, { text: texts[index] ?? '', marks: marks[index] ?? [] });
		}
		if (known !== this.#known) return;
		for (const field of fields) this.#draw(field, isTyping);
	}

	/** No line is left. */
	clear(): void {
		for (const lines of this.story.querySelectorAll('.proof-field')) lines.remove();
	}

	#marksOf(field: HTMLTextAreaElement): readonly ProofMark[] {
		const known = this.#known.get(field);
		if (known === undefined || known.text !== field.value) return [];
		const { ignored } = this.settings();
		return known.marks.filter(({ from, to }) => !ignored.has(known.text.slice(from, to)));
	}

	#draw(field: HTMLTextAreaElement, isTyping: boolean) {
		const cursor = isTyping && document.activeElement === field ? field.selectionStart : -1;
		const marks = this.#marksOf(field).filter(({ from, to }) => !(from <= cursor && cursor <= to));
		let lines = field.parentElement?.querySelector('.proof-field') ?? null;
		if (marks.length === 0) return lines?.remove();
		if (lines === null) {
			lines = document.createElement('span');
			lines.className = 'block-field-input proof-field';
			lines.setAttribute('aria-hidden', 'true');
			field.before(lines);
		}
		const parts: (string | HTMLElement)[] = [];
		let end = 0;
		for (const mark of marks) {
			const line = document.createElement('span');
			line.className = `proof-mark proof-${mark.kind}`;
			if (mark.kind === 'style') line.dataset.weight = mark.rule.weight;
			line.textContent = field.value.slice(mark.from, mark.to);
			parts.push(field.value.slice(end, mark.from), line);
			end = mark.to;
		}
		lines.replaceChildren(...parts, field.value.slice(end));
	}

	readonly #hearMenu = (event: MouseEvent) => {
		const field = proofedField(event);
		if (field === null) return;
		const isKey = event instanceof PointerEvent && event.pointerType === '';
		const place = isKey ? null : { x: event.clientX, y: event.clientY };
		if (this.#askAt(field, place)) event.preventDefault();
	};

	readonly #hearKey = (event: KeyboardEvent) => {
		const field = proofedField(event);
		if (field === null || event.key !== 'Enter' || !event.altKey) return;
		event.preventDefault();
		this.#askAt(field, null);
	};

	/** Offers what can be done at a place of the screen, or at the cursor. */
	#askAt(field: HTMLTextAreaElement, place: { x: number; y: number } | null): boolean {
		const lines = [...(field.parentElement?.querySelectorAll('.proof-field > .proof-mark') ?? [])];
		const marks = this.#marksOf(field);
		const at = marks.findIndex(({ from, to }, index) =>
			place === null
				? from <= field.selectionStart && field.selectionEnd <= to
				: [...(lines[index]?.getClientRects() ?? [])].some(
						({ left, right, top, bottom }) =>
							left <= place.x && place.x <= right && top <= place.y && place.y <= bottom,
					),
		);
		const [mark, anchor] = [marks[at], lines[at]];
		if (mark === undefined || anchor === undefined || field.readOnly) return false;
		const { value } = field;
		this.ask({
			word: value.slice(mark.from, mark.to),
			mark,
			anchor,
			put: (by) => {
				if (field.value !== value) return;
				field.setRangeText(by, mark.from, mark.to, 'end');
				field.dispatchEvent(new InputEvent('input', { bubbles: true }));
			},
			focus: () => field.focus(),
		});
		return true;
	}
}

function proofedField({ target }: Event): HTMLTextAreaElement | null {
	return target instanceof HTMLTextAreaElement && 'proof' in target.dataset ? target : null;
}
