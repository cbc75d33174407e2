import { wordsOfBlock } from '#shared/document/diff/diff-block.ts';
import { diffText } from '#shared/document/diff/diff-text.ts';
import { valueWords } from '#shared/document/field-words.ts';
import { articleFields, type MergedField } from '#shared/document/fields.ts';
import type { Collision } from '#shared/document/merge/collision.ts';
import { type Article, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import type { Picture } from '#shared/model/block.ts';
import type { DateStyle } from '#shared/text/format-date.ts';

/** A few words of one side, and whether the other side has them too. */
export interface SidePiece {
	readonly text: string;
	readonly differs: boolean;
}

/** A collision as it is shown: what it is about, and the two sides by words; a side that deleted it is null. */
export interface CollisionSides {
	readonly title: string;
	readonly mine: readonly SidePiece[] | null;
	readonly theirs: readonly SidePiece[] | null;
	readonly canKeepBoth: boolean;
}

/** Puts a collision into words. `headlineOf` names linked stories, `textOf` the block or key point with an id. */
export function collisionSides(
	collision: Collision,
	headlineOf: (link: StoryLink) => string,
	textOf: (id: string) => string,
	dateStyle: DateStyle,
): CollisionSides {
	switch (collision.kind) {
		case 'field': {
			const words = (value: Article[MergedField]) =>
				typeof value === 'string' && value !== ''
					? valueWords(collision.field, value, dateStyle)
					: wordsOfValue(value, headlineOf);
			return compared(
				articleFields[collision.field].label,
				words(collision.mine),
				words(collision.theirs),
				collision.both !== null,
			);
		}
		case 'block': {
			const [mine, theirs] = [collision.mine, collision.theirs].map((block) => block && wordsOfBlock(block));
			const title = mine === theirs ? 'Kind of a block' : 'Text';
			return compared(title, mine ?? null, theirs ?? null, collision.both !== null);
		}
		case 'keyPoint':
			return compared(
				'Key point',
				collision.mine?.text ?? null,
				collision.theirs?.text ?? null,
				collision.both !== null,
			);
		case 'place': {
			const place = (after: readonly string[]) => {
				const before = after.map(textOf).find((text) => text !== '');
				return before === undefined ? 'At the top' : `After “${before.slice(0, 80)}”`;
			};
			const what = textOf(collision.item).slice(0, 60);
			const title = collision.list === 'body' ? `Place of “${what}”` : `Place of the key point “${what}”`;
			return compared(title, place(collision.mine), place(collision.theirs), false);
		}
	}
}

function compared(title: string, mine: string | null, theirs: string | null, canKeepBoth: boolean): CollisionSides {
	if (mine === null || theirs === null) {
		const whole = (text: string | null) => (text === null ? null : [{ text, differs: false }]);
		return { title, mine: whole(mine), theirs: whole(theirs), canKeepBoth };
	}
	const pieces = diffText(mine, theirs, 'plain');
	const side = (own: 'removed' | 'added', other: 'removed' | 'added') =>
		pieces.filter(({ kind }) => kind !== other).map(({ kind, text }) => ({ text, differs: kind === own }));
	return { title, mine: side('removed', 'added'), theirs: side('added', 'removed'), canKeepBoth };
}

function wordsOfValue(value: Article[MergedField], headlineOf: (link: StoryLink) => string): string {
	if (value === null) return 'None';
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return 'Empty';
	if (Array.isArray(value)) {
		const items = value.map((item) => wordsOfItem(item, headlineOf));
		return items.length === 0 ? 'None' : items.join(', ');
	}
	return wordsOfItem(value, headlineOf);
}

type FieldItem = Picture | StoryLink | string | Readonly<Record<string, unknown>>;

function wordsOfItem(item: FieldItem, headlineOf: (link: StoryLink) => string): string {
	if (typeof item === 'string') return item;
	if ('article' in item && typeof item.article === 'string') return headlineOf({ article: item.article });
	const texts = Object.values(item).filter((value): value is string => typeof value === 'string' && value !== '');
	return texts.length === 0 ? 'Empty' : texts.join(' · ');
}

/** What an outside link is called; a story's headline is looked up. */
export function outsideTitle(link: StoryLink): string {
	return isArticleLink(link) ? 'A story' : link.title || link.url;
}
