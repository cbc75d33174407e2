import { expect, test } from 'vitest';
import { isElement, readClick } from './page-clicks.ts';

/** An element of the page with its ancestors, from the inside out: each a selector with its attributes. */
function place(...path: readonly { readonly selector: string; readonly [attribute: string]: string }[]) {
	const at = (selector: string) => {
		const found = path.find((step) => step.selector === selector);
		return found ? { getAttribute: (name: string) => found[name] ?? null } : null;
	};
	return { closest: at } as Pick<Element, 'closest'>;
}

const block = { selector: '[data-block]', 'data-block': 'b3' };

test('a link to a story of the newsroom opens it', () => {
	expect(readClick(place({ selector: 'a', 'data-article': '01A', href: '/s/x' }))).toEqual({
		kind: 'openStory',
		id: '01A',
	});
});

test('a link in the text leads to its block in the editor, and nowhere else', () => {
	expect(readClick(place({ selector: 'a', href: 'https://example.org' }, block))).toEqual({
		kind: 'edit',
		where: { field: 'block', block: 'b3' },
	});
	expect(readClick(place({ selector: 'a', href: 'https://example.org' }))).toEqual({ kind: 'nothing' });
});

test('a link inside the page goes there', () => {
	expect(readClick(place({ selector: 'a', href: '#block-b3' }))).toEqual({ kind: 'goTo', anchor: 'block-b3' });
});

test('the headline and the standfirst lead to their fields', () => {
	expect(readClick(place({ selector: '.g-headline' }))).toEqual({ kind: 'edit', where: { field: 'headline' } });
	expect(readClick(place({ selector: '.g-standfirst' }))).toEqual({ kind: 'edit', where: { field: 'standfirst' } });
	expect(readClick(place())).toEqual({ kind: 'nothing' });
});

test('what is no element is told apart', () => {
	expect(isElement(null)).toBe(false);
	expect(isElement(new EventTarget())).toBe(false);
});
