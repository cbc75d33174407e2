import type { Article, StoryLink } from '../../model/article.ts';
import { isArticleLink } from '../../model/article.ts';
import type { Picture } from '../../model/block.ts';
import { diffText, type TextPiece } from './diff-text.ts';
import { isSameValue } from './same-value.ts';

/** Fields whose change is shown by words. */
export type TextFieldName =
	| 'headline'
	| 'standfirst'
	| 'dateline.place'
	| 'leadImage.alt'
	| 'leadImage.caption'
	| 'leadImage.credit'
	| 'seo.title'
	| 'seo.description'
	| 'notes';
/** Fields whose change is shown as one value and the other. */
export type ValueFieldName =
	| 'id'
	| 'slug'
	| 'language'
	| 'status'
	| 'trending'
	| 'newsletter'
	| 'comments'
	| 'dateline.date'
	| 'leadImage.focus'
	| 'dates.created'
	| 'dates.updated'
	| 'dates.published'
	| 'dates.scheduled'
	| 'dates.embargo'
	| 'seo.canonical';
/** Fields that are lists. */
export type ListFieldName = 'byline' | 'categories' | 'tags' | 'related' | 'corrections';

/** A list that changed; `changed` pairs the versions of an item that is the same one, such as a link to one page. */
export type ListFieldChange = {
	[Name in ListFieldName]: {
		readonly kind: 'list';
		readonly field: Name;
		readonly before: Article[Name];
		readonly after: Article[Name];
		readonly added: Article[Name];
		readonly removed: Article[Name];
		readonly changed: readonly { readonly before: Article[Name][number]; readonly after: Article[Name][number] }[];
		/** Whether the items that stayed stand in another order. */
		readonly reordered: boolean;
	};
}[ListFieldName];

/** One field that changed, with what it was and is. */
export type FieldChange =
	| {
			readonly kind: 'text';
			readonly field: TextFieldName;
			readonly before: string;
			readonly after: string;
			readonly pieces: readonly TextPiece[];
	  }
	| {
			readonly kind: 'value';
			readonly field: ValueFieldName;
			readonly before: string | boolean | null;
			readonly after: string | boolean | null;
	  }
	/** The lead image was put in, taken out or replaced. */
	| {
			readonly kind: 'picture';
			readonly field: 'leadImage';
			readonly before: Picture | null;
			readonly after: Picture | null;
	  }
	| {
			readonly kind: 'link';
			readonly field: 'nextRead';
			readonly before: StoryLink | null;
			readonly after: StoryLink | null;
	  }
	| ListFieldChange;

/** What changed in a story's fields, in the file's order; the key points and the body are compared by themselves. */
export function diffFields(before: Article, after: Article): FieldChange[] {
	const changes: FieldChange[] = [];
	const text = (field: TextFieldName, was: string, is: string) => {
		if (was !== is) changes.push({ kind: 'text', field, before: was, after: is, pieces: diffText(was, is, 'plain') });
	};
	const value = (field: ValueFieldName, was: string | boolean | null, is: string | boolean | null) => {
		if (was !== is) changes.push({ kind: 'value', field, before: was, after: is });
	};
	value('id', before.id, after.id);
	value('slug', before.slug, after.slug);
	value('language', before.language, after.language);
	value('status', before.status, after.status);
	text('headline', before.headline, after.headline);
	text('standfirst', before.standfirst, after.standfirst);
	changes.push(...listChange(before, after, 'byline', (entry) => entry.name));
	text('dateline.place', before.dateline.place, after.dateline.place);
	value('dateline.date', before.dateline.date, after.dateline.date);
	changes.push(...listChange(before, after, 'categories', (slug) => slug));
	changes.push(...listChange(before, after, 'tags', (tag) => tag));
	value('trending', before.trending, after.trending);
	const [oldImage, newImage] = [before.leadImage, after.leadImage];
	if (oldImage?.media !== newImage?.media) {
		changes.push({ kind: 'picture', field: 'leadImage', before: oldImage, after: newImage });
	} else if (oldImage !== null && newImage !== null) {
		text('leadImage.alt', oldImage.alt, newImage.alt);
		text('leadImage.caption', oldImage.caption, newImage.caption);
		text('leadImage.credit', oldImage.credit, newImage.credit);
		value('leadImage.focus', focusText(oldImage), focusText(newImage));
	}
	changes.push(
		...listChange(before, after, 'related', (link) => (isArticleLink(link) ? `article:${link.article}` : link.url)),
	);
	if (!isSameValue(before.nextRead, after.nextRead)) {
		changes.push({ kind: 'link', field: 'nextRead', before: before.nextRead, after: after.nextRead });
	}
	value('newsletter', before.newsletter, after.newsletter);
	value('comments', before.comments, after.comments);
	changes.push(...listChange(before, after, 'corrections', (each) => JSON.stringify([each.date, each.text])));
	for (const date of ['created', 'updated', 'published', 'scheduled', 'embargo'] as const) {
		value(`dates.${date}`, before.dates[date], after.dates[date]);
	}
	text('seo.title', before.seo.title, after.seo.title);
	text('seo.description', before.seo.description, after.seo.description);
	value('seo.canonical', before.seo.canonical, after.seo.canonical);
	text('notes', before.notes, after.notes);
	return changes;
}

/** The focus point in words for a list of changes, `50% 40%`, or null where there is none. */
function focusText({ focus }: Picture): string | null {
	return focus === null ? null : focus.map((fraction) => `${Math.round(fraction * 1_000) / 10}%`).join(' ');
}

function listChange<Name extends ListFieldName>(
	before: Article,
	after: Article,
	field: Name,
	identity: (item: Article[Name][number]) => string,
): ListFieldChange[] {
	if (isSameValue(before[field], after[field])) return [];
	const was: readonly Article[Name][number][] = before[field];
	const is: readonly Article[Name][number][] = after[field];
	const left = new Map<string, Article[Name][number][]>();
	for (const item of was) left.set(identity(item), [...(left.get(identity(item)) ?? []), item]);
	const added: Article[Name][number][] = [];
	const pairs: { before: Article[Name][number]; after: Article[Name][number] }[] = [];
	for (const item of is) {
		const partner = left.get(identity(item))?.shift();
		if (partner === undefined) added.push(item);
		else pairs.push({ before: partner, after: item });
	}
	const places = new Map(was.map((item, index) => [item, index]));
	const order = pairs.map((pair) => places.get(pair.before) ?? 0);
	const change = {
		kind: 'list' as const,
		field,
		before: before[field],
		after: after[field],
		added,
		removed: [...left.values()].flat(),
		changed: pairs.filter((pair) => !isSameValue(pair.before, pair.after)),
		reordered: order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0)),
	};
	// The compiler cannot tie a generic name to its member of the union; the parameters above do.
	return [change as ListFieldChange];
}
