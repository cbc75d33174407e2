import type { ArticleId } from '#shared/model/article.ts';
import type { FieldRef } from '#shared/model/problem.ts';

/** What a click in the preview asks for. */
export type PageClick =
	| { readonly kind: 'openStory'; readonly id: ArticleId }
	| { readonly kind: 'goTo'; readonly anchor: string }
	| { readonly kind: 'edit'; readonly where: FieldRef }
	| { readonly kind: 'nothing' };

/** What an element of the page leads to. */
export function readClick(target: Pick<Element, 'closest'>): PageClick {
	const link = target.closest('a');
	if (link) {
		const id = link.getAttribute('data-article');
		if (id !== null) return { kind: 'openStory', id };
		const href = link.getAttribute('href') ?? '';
		// A link in the text is part of a block; the page's own links elsewhere lead nowhere in the preview.
		if (href.startsWith('#')) return { kind: 'goTo', anchor: href.slice(1) };
	}
	const block = target.closest('[data-block]')?.getAttribute('data-block');
	if (block) return { kind: 'edit', where: { field: 'block', block } };
	if (target.closest('.g-headline')) return { kind: 'edit', where: { field: 'headline' } };
	if (target.closest('.g-standfirst')) return { kind: 'edit', where: { field: 'standfirst' } };
	return { kind: 'nothing' };
}

/** Whether something is an element, of whichever window. */
export function isElement(target: EventTarget | null): target is Element {
	// The preview's elements are not instances of this window's classes.
	return target !== null && 'closest' in target;
}
