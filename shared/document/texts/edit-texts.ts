import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block, BlockId, Picture } from '../../model/block.ts';
import { toLine } from '../../model/text.ts';
import { editText, type TextEdit } from '../../text/text-edit.ts';
import { blockLabel, partsOf, partValue } from '../blocks/index.ts';
import { isSameValue } from '../diff/same-value.ts';
import { articleFields } from '../fields.ts';
import { editInline, readInline, type Stretch } from './edit-inline.ts';

/** A text of a story as it is read: what it says, and where it stands. */
export interface StoryText {
	readonly text: string;
	/** What it is called: "Headline", "Paragraph", "Picture, Caption". */
	readonly label: string;
	/** The block that it belongs to; null outside of the body. */
	readonly block: BlockId | null;
	/** Whether it is written in a field beside the text, such as a caption. */
	readonly isInField: boolean;
	/** Where in it code stands. */
	readonly code: readonly Stretch[];
}

/** Says what becomes of a text: edits in order that do not overlap; none leaves it as it is. */
export type EditStoryText = (text: StoryText) => readonly TextEdit[];

/**
 * A story after edits of its texts: headline, standfirst, lead picture's words, key points, and everything in the body that is read.
 * What did not change stays the same object, also the story itself.
 */
export function editTexts(article: Article, edit: EditStoryText): Article {
	const line: EditLine = (text, label, block = null, isInField = false) => {
		const edits = edit({ text, label, block, isInField, code: [] });
		return edits.length === 0 ? text : toLine(editText(text, edits));
	};
	const field = (name: 'headline' | 'standfirst') => line(article[name], articleFields[name].label);
	const point = (one: KeyPoint): KeyPoint => withChanged(one, { text: line(one.text, articleFields.keyPoints.label) });
	return withChanged(article, {
		headline: field('headline'),
		standfirst: field('standfirst'),
		leadImage: article.leadImage && editPicture(article.leadImage, line),
		keyPoints: mapped(article.keyPoints, point),
		body: mapped(article.body, (block) => editBlock(block, edit, line)),
	});
}

/** Every text of a story that `editTexts` would ask about, in order. */
export function textsOf(article: Article): StoryText[] {
	const texts: StoryText[] = [];
	editTexts(article, (text) => {
		texts.push(text);
		return [];
	});
	return texts;
}

/** How many edits that would be. */
export function countEdits(article: Article, edit: EditStoryText): number {
	return textsOf(article).reduce((count, text) => count + edit(text).length, 0);
}

type EditLine = (text: string, label: string, block?: BlockId | null, isInField?: boolean) => string;

function editPicture(picture: Picture, line: EditLine): Picture {
	const label = articleFields.leadImage.label;
	return withChanged(picture, {
		alt: line(picture.alt, `${label}, alt text`, null, true),
		caption: line(picture.caption, `${label}, caption`, null, true),
		credit: line(picture.credit, `${label}, credit`, null, true),
	});
}

function editBlock(block: Block, edit: EditStoryText, line: EditLine): Block {
	const changed: Record<string, unknown> = {};
	for (const [name, part] of partsOf(block)) {
		const value = partValue(block, name);
		const label = [blockLabel(block.type), part.label].filter((word) => word !== '').join(', ');
		const inline = (html: string): string => {
			const edits = edit({ ...readInline(html), label, block: block.id, isInField: false });
			return edits.length === 0 ? html : editInline(html, edits);
		};
		if (part.kind === 'inline' && typeof value === 'string') changed[name] = inline(value);
		else if (part.kind === 'line' && typeof value === 'string')
			changed[name] = line(value, label, block.id, part.isTyped !== true);
		else if (part.kind === 'entries' && Array.isArray(value)) {
			changed[name] = part.edit(value, part.format === 'inline' ? inline : (text) => line(text, label, block.id, true));
		}
	}
	return withChanged(block, changed);
}

/** A value with some of its fields as given; the same object where they are as they were. */
function withChanged<Value extends object>(value: Value, changed: Partial<Value> | Record<string, unknown>): Value {
	const before = new Map(Object.entries(value));
	return Object.entries(changed).every(([name, now]) => isSameValue(before.get(name), now))
		? value
		: { ...value, ...changed };
}

function mapped<Item>(items: Item[], map: (item: Item) => Item): Item[] {
	const made = items.map(map);
	return made.every((item, index) => item === items[index]) ? items : made;
}
