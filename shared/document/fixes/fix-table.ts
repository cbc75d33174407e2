import { type Article, isArticleLink } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { FieldRef, Problem } from '../../model/problem.ts';
import { doubledWords } from '../../text/doubled-words.ts';
import { withoutTracking } from '../../text/without-tracking.ts';
import type { CheckSettings } from '../checks/check-settings.ts';
import { type CheckId, isCheckId } from '../checks/check-table.ts';
import { shorten } from '../excerpt.ts';
import { articleFields } from '../fields.ts';
import { freshBlockId } from '../merge/fresh-block-id.ts';
import { editLinks } from '../texts/edit-links.ts';
import { editTexts } from '../texts/edit-texts.ts';
import { proposeStandfirst } from './propose-standfirst.ts';

/** What a fix needs to know beyond the story. */
export interface FixContext {
	readonly categories: readonly Category[];
	readonly checks: CheckSettings;
}

/** A story as it is once fixed, and what to say of that. */
interface Fixed {
	readonly article: Article;
	/** A sentence: "The link is taken out." */
	readonly said: string;
	/** Words that were only proposed: the editor is led there. */
	readonly proposed?: FieldRef;
}

/** What *Fix* does about a problem: changes the story, or opens the picker of its field. */
export type Fix =
	| { readonly kind: 'edit'; fix(article: Article, where: FieldRef, context: FixContext): Fixed | null }
	| { readonly kind: 'opens' };

const opens: Fix = { kind: 'opens' };
const edit = (fix: Extract<Fix, { kind: 'edit' }>['fix']): Fix => ({ kind: 'edit', fix });

/** Edits the block at a place. */
const editBlock = (said: string, change: (block: Block, article: Article) => Block | null): Fix =>
	edit((article, where) => {
		if (where.field !== 'block') return null;
		const body = article.body.flatMap((block) => (block.id === where.block ? (change(block, article) ?? []) : block));
		return { article: { ...article, body }, said };
	});
const takeOut = (what: string): Fix => editBlock(`${what} is taken out.`, () => null);

/** Takes the link at a place out of the related posts, or clears the next read. */
const takeLinkOut = edit((article, where) => {
	if (where.field === 'nextRead') return { article: { ...article, nextRead: null }, said: 'The next read is cleared.' };
	if (where.field !== 'related') return null;
	const related = article.related.filter((_, index) => index !== where.index);
	return { article: { ...article, related }, said: 'The related post is taken out.' };
});

/** Edits the addresses at a place: those of a block, of a related post or of the next read. */
const editAddresses = (said: string, change: (href: string) => string): Fix =>
	edit((article, where) => {
		if (where.field === 'block') {
			const body = article.body.map((block) => (block.id === where.block ? editLinks(block, change) : block));
			return { article: { ...article, body }, said };
		}
		if (where.field !== 'related') {
			const { nextRead } = article;
			if (nextRead === null || isArticleLink(nextRead)) return null;
			return { article: { ...article, nextRead: { ...nextRead, url: change(nextRead.url) } }, said };
		}
		const related = article.related.map((link, index) =>
			index === where.index && !isArticleLink(link) ? { ...link, url: change(link.url) } : link,
		);
		return { article: { ...article, related }, said };
	});

/** What can be done about the problems of each check; one that is not here leads to its field. */
const fixTable: Readonly<Partial<Record<CheckId, Fix>>> = {
	'standfirst-missing': edit((article, _, { checks }) => {
		const standfirst = proposeStandfirst(article, checks.limit('standfirst-long'));
		if (standfirst === null) return null;
		const said = 'The standfirst is taken from the first paragraph. Write it as you like.';
		return { article: { ...article, standfirst }, said, proposed: { field: 'standfirst' } };
	}),
	'search-title-long': edit(({ seo, ...article }, _, { checks }) => {
		if (seo.title.trim() !== '') return null;
		const title = shorten(article.headline, checks.limit('search-title-long'));
		const said = 'The title for search is the headline, shortened. Write it as you like.';
		return { article: { ...article, seo: { ...seo, title } }, said, proposed: { field: 'seo' } };
	}),
	'search-description-long': edit(({ seo, ...article }, _, { checks }) => {
		if (seo.description.trim() !== '') return null;
		const description = shorten(article.standfirst, checks.limit('search-description-long'));
		const said = 'The description for search is the standfirst, shortened. Write it as you like.';
		return { article: { ...article, seo: { ...seo, description } }, said, proposed: { field: 'seo' } };
	}),
	'key-points-unplaced': edit((article) => {
		const taken = new Set(article.body.map(({ id }) => id));
		const id = freshBlockId('key-points', taken);
		const first = article.body.findIndex(({ type }) => type === 'paragraph') + 1;
		const body = [...article.body.slice(0, first), { id, type: 'keyPoints' as const }, ...article.body.slice(first)];
		return { article: { ...article, body }, said: 'The key points stand after the first paragraph.' };
	}),
	'key-point-empty': edit((article) => ({
		article: { ...article, keyPoints: article.keyPoints.filter(({ text }) => text.trim() !== '') },
		said: 'What was empty is taken out of the key points.',
	})),
	'subhead-empty': takeOut('The empty subhead'),
	'quote-empty': takeOut('The empty quote'),
	'paragraph-repeated': takeOut('The second of the two'),
	'subhead-skipped': editBlock('The subhead is one size larger.', (block, { body }) => {
		if (block.type !== 'subhead') return block;
		const before = body.slice(0, body.indexOf(block)).findLast(({ type }) => type === 'subhead');
		const level = before?.type === 'subhead' ? Math.min(4, before.level + 1) : 2;
		return { ...block, level: level === 4 ? 4 : level === 3 ? 3 : 2 };
	}),
	'doubled-word': edit((article, where) => {
		const fixed = editTexts(article, ({ text, label, block }) => {
			const isHere = where.field === 'block' ? block === where.block : block === null && isOf(where.field, label);
			return isHere ? secondWords(text, article.language) : [];
		});
		return { article: fixed, said: 'The word stands once now.' };
	}),
	'link-insecure': editAddresses('The address begins with https:// now. See whether it leads there.', (href) =>
		href.replace(/^http:/i, 'https:'),
	),
	'link-tracking': editAddresses('The address is without tracking now.', withoutTracking),
	'linked-story-gone': takeLinkOut,
	'linked-story-itself': takeLinkOut,
	'category-missing': opens,
	'category-unknown': edit((article, _, { categories }) => {
		const known = article.categories.filter((slug) => categories.some((category) => category.slug === slug));
		// With none left the story would only be wrong in another way.
		if (known.length === 0) return null;
		return { article: { ...article, categories: known }, said: 'What the newsroom does not have is taken out.' };
	}),
};

/** What *Fix* does about a problem; null where it only leads to its field. */
export function fixOf({ check }: Pick<Problem, 'check'>): Fix | null {
	return isCheckId(check) ? (fixTable[check] ?? null) : null;
}

/** Whether a text of the story, but of no block, is that of a field. */
function isOf(field: FieldRef['field'], label: string): boolean {
	return field !== 'block' && articleFields[field].label === label;
}

/** Edits that take the second of two words away that stand twice, with the space before it. */
function secondWords(text: string, language: string) {
	let from = 0;
	return doubledWords(text, language).map((both) => {
		const at = text.indexOf(both, from);
		const end = at + both.length;
		from = end - (both.split(/\s/).at(-1)?.length ?? 0);
		return { from: at + both.search(/\s/), to: end, by: '' };
	});
}
