import { type Article, isArticleLink, type StoryLink } from '../../model/article.ts';
import type { Picture } from '../../model/block.ts';
import { diffText, type TextPiece } from './diff-text.ts';
import { isSameValue } from './same-value.ts';

/** The fields that are compared as a whole; the key points and the body are compared item by item. */
export type ComparedField = Exclude<keyof Article, '$schema' | 'body' | 'keyPoints'>;
/** A field, or a part of one: `leadImage`, `leadImage.alt`. */
export type FieldPath = {
	[Name in ComparedField]: NonNullable<Article[Name]> extends readonly unknown[] | string | boolean
		? Name
		: Name | `${Name}.${keyof NonNullable<Article[Name]> & string}`;
}[ComparedField];
/** Fields that are lists. */
export type ListFieldName = {
	[Name in ComparedField]: Article[Name] extends readonly unknown[] ? Name : never;
}[ComparedField];

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
			readonly field: FieldPath;
			readonly before: string;
			readonly after: string;
			readonly pieces: readonly TextPiece[];
	  }
	| {
			readonly kind: 'value';
			readonly field: FieldPath;
			readonly before: string | number | boolean | null;
			readonly after: string | number | boolean | null;
	  }
	/** A picture was put in, taken out or replaced. */
	| {
			readonly kind: 'picture';
			readonly field: FieldPath;
			readonly before: Picture | null;
			readonly after: Picture | null;
	  }
	| {
			readonly kind: 'link';
			readonly field: FieldPath;
			readonly before: StoryLink | null;
			readonly after: StoryLink | null;
	  }
	| ListFieldChange;

/** Compares two versions of a field, or of a part of one; empty when they are the same. */
export type Compare<Value> = (before: Value, after: Value, field: FieldPath) => FieldChange[];

/** Compares a text by its words. */
export const compareWords: Compare<string> = (before, after, field) =>
	before === after ? [] : [{ kind: 'text', field, before, after, pieces: diffText(before, after, 'plain') }];

/** Compares a value that has no parts. */
export const compareValue: Compare<string | number | boolean | null> = (before, after, field) =>
	before === after ? [] : [{ kind: 'value', field, before, after }];

/** Compares a link as one thing. */
export const compareLink: Compare<StoryLink | null> = (before, after, field) =>
	isSameValue(before, after) ? [] : [{ kind: 'link', field, before, after }];

/** How each part of a record is compared, in the order in which the parts are shown. */
export type PartCompares<Value> = { readonly [Part in keyof Value]: Compare<Value[Part]> };

/** Compares a record part by part. */
export function compareParts<Value extends object>(parts: PartCompares<Value>): Compare<Value> {
	return (before, after, field) => {
		const changes: FieldChange[] = [];
		const comparePart = <Part extends keyof Value>(part: Part) => {
			// A part of a field is a path by its type; the compiler cannot see that through the generic name.
			const path = `${field}.${String(part)}` as FieldPath;
			changes.push(...parts[part](before[part], after[part], path));
		};
		for (const part in parts) comparePart(part);
		return changes;
	};
}

/** Compares a record that may be absent, part by part; one that is absent has what `nothing` has. */
export function compareOptional<Value extends object>(
	nothing: Value,
	parts: PartCompares<Value>,
): Compare<Value | null> {
	const compareBoth = compareParts(parts);
	return (before, after, field) => compareBoth(before ?? nothing, after ?? nothing, field);
}

/** Compares pictures: the words of one that was kept, and as a whole one that was put in, taken out or replaced. */
export function comparePicture(parts: PartCompares<Omit<Picture, 'media'>>): Compare<Picture | null> {
	const compareKept = compareParts(parts);
	return (before, after, field) => {
		if (before?.media !== after?.media) return [{ kind: 'picture', field, before, after }];
		return before === null || after === null ? [] : compareKept(before, after, field);
	};
}

/** Compares the focus points of a picture, as they are told: `50% 40%`. */
export const compareFocus: Compare<Picture['focus']> = (before, after, field) =>
	compareValue(focusWords(before), focusWords(after), field);

function focusWords(focus: Picture['focus']): string | null {
	return focus === null ? null : focus.map((fraction) => `${Math.round(fraction * 1_000) / 10}%`).join(' ');
}

/** Compares lists by what makes an item the same one. */
export function compareList<Name extends ListFieldName>(
	field: Name,
	identity: (item: Article[Name][number]) => string,
): Compare<Article[Name]> {
	return (before, after) => {
		if (isSameValue(before, after)) return [];
		const was: readonly Article[Name][number][] = before;
		const is: readonly Article[Name][number][] = after;
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
			before,
			after,
			added,
			removed: [...left.values()].flat(),
			changed: pairs.filter((pair) => !isSameValue(pair.before, pair.after)),
			reordered: order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0)),
		};
		// The compiler cannot tie a generic name to its member of the union; the parameters above do.
		return [change as ListFieldChange];
	};
}

/** What makes two links the same link, whatever words are with it. */
export function linkIdentity(link: StoryLink): string {
	return isArticleLink(link) ? `article:${link.article}` : link.url;
}

/** What makes two corrections the same one. */
export function correctionIdentity({ date, text }: { readonly date: string; readonly text: string }): string {
	return JSON.stringify([date, text]);
}
