import type { PageParts } from '#shared/document/page/render-page.ts';
import type { SafeHtml } from '#shared/model/inline-html.ts';

type ShownBlocks = Map<string, { readonly html: SafeHtml; readonly element: Element }>;

/** Shows a page's parts in a document and replaces only those that changed, so that the reader's place is kept. */
export class PageSheet {
	readonly #page: HTMLElement;
	readonly #top: HTMLElement;
	readonly #body: HTMLElement;
	readonly #bottom: HTMLElement;
	#shownTop: SafeHtml = '';
	#shownBottom: SafeHtml = '';
	#shownBlocks: ShownBlocks = new Map();

	constructor(private readonly document: Document) {
		this.#page = document.createElement('article');
		this.#page.className = 'g-page';
		this.#top = document.createElement('header');
		this.#top.className = 'g-top';
		this.#body = document.createElement('div');
		this.#body.className = 'g-body';
		this.#bottom = document.createElement('footer');
		this.#bottom.className = 'g-bottom';
		this.#page.append(this.#top, this.#body, this.#bottom);
		document.body.replaceChildren(this.#page);
	}

	/** Brings the document up to these parts. */
	show(parts: PageParts): void {
		this.#page.lang = parts.lang;
		this.#page.dir = parts.dir;
		this.document.documentElement.lang = parts.lang;
		this.document.documentElement.dir = parts.dir;
		if (parts.top !== this.#shownTop) {
			this.#top.innerHTML = parts.top;
			this.#shownTop = parts.top;
		}
		this.#showBlocks(parts.blocks);
		if (parts.bottom !== this.#shownBottom) {
			this.#bottom.innerHTML = parts.bottom;
			this.#shownBottom = parts.bottom;
		}
	}

	/** The element of a block, or null when it is not on the page. */
	block(id: string): Element | null {
		return this.#shownBlocks.get(id)?.element ?? null;
	}

	/** Everything above the body. */
	get top(): Element {
		return this.#top;
	}

	#showBlocks(blocks: PageParts['blocks']) {
		const next: ShownBlocks = new Map();
		for (const { id, html } of blocks) {
			const shown = this.#shownBlocks.get(id);
			if (shown?.html === html) next.set(id, shown);
			else {
				const element = this.#elementOf(html);
				if (element === null) continue;
				shown?.element.replaceWith(element);
				next.set(id, { html, element });
			}
		}
		for (const [id, { element }] of this.#shownBlocks) if (!next.has(id)) element.remove();
		// Put in order from the end; an element that stands where it belongs is not touched.
		let following: Element | null = null;
		for (const { element } of [...next.values()].reverse()) {
			if (element.parentNode !== this.#body || element.nextElementSibling !== following) {
				this.#body.insertBefore(element, following);
			}
			following = element;
		}
		this.#shownBlocks = next;
	}

	#elementOf(html: SafeHtml): Element | null {
		const template = this.document.createElement('template');
		template.innerHTML = html;
		return template.content.firstElementChild;
	}
}
