import type { Block, BlockType, GalleryPicture, ListBody, ListItem } from '../../model/block.ts';
import { isSameValue } from '../diff/same-value.ts';
import { mergeList } from './merge-list.ts';
import { isReplaced, mergeGalleryPicture, pictureParts } from './merge-picture.ts';
import { mergeInline, mergeLine } from './merge-text.ts';
import {
	agreed,
	collided,
	mergeNullable,
	mergeRecord,
	mergeValue,
	type Outcome,
	oneSided,
	type Versions,
} from './outcome.ts';

type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;
type TextBlock = BlockOf<'paragraph' | 'subhead' | 'quote' | 'pullquote'>;

/** Merges two versions of a block that both go back to `base`. */
export function mergeBlock(versions: Versions<Block>): Outcome<Block> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const { base, mine, theirs } = versions;
	if (isTextBlock(base) && isTextBlock(mine) && isTextBlock(theirs)) {
		return mergeTextBlock({ base, mine, theirs });
	}
	const merged = mergeSameType(versions);
	// What lost its last item, row or picture to two sides is no block any more; the editor has to choose.
	return merged === undefined || [merged.mine, merged.theirs, merged.both].some(isHollow)
		? collided(mine, theirs)
		: merged;
}

function mergeSameType({ base, mine, theirs }: Versions<Block>): Outcome<Block> | undefined {
	if (base.type === 'list' && mine.type === 'list' && theirs.type === 'list') {
		return mergeRecord({ base, mine, theirs }, { ...sameName, ordered: mergeValue, items: mergeItems });
	}
	if (base.type === 'image' && mine.type === 'image' && theirs.type === 'image') {
		if (isReplaced({ base, mine, theirs })) return undefined;
		return mergeRecord({ base, mine, theirs }, { ...sameName, ...pictureParts, focus: mergeValue });
	}
	if (base.type === 'gallery' && mine.type === 'gallery' && theirs.type === 'gallery') {
		const mergeImages = (images: Versions<GalleryPicture[]>) => mergeList(images, mergeGalleryPicture);
		return mergeRecord({ base, mine, theirs }, { ...sameName, images: mergeImages, caption: mergeLine });
	}
	if (base.type === 'embed' && mine.type === 'embed' && theirs.type === 'embed') {
		return mergeRecord({ base, mine, theirs }, { ...sameName, url: mergeValue, title: mergeLine, caption: mergeLine });
	}
	if (base.type === 'table' && mine.type === 'table' && theirs.type === 'table') {
		return mergeRecord(
			{ base, mine, theirs },
			{ ...sameName, headerRow: mergeValue, rows: mergeRows, caption: mergeLine },
		);
	}
	return undefined;
}

const sameName = { id: <T>({ mine }: Versions<T>) => agreed(mine), type: <T>({ mine }: Versions<T>) => agreed(mine) };

function isTextBlock(block: Block): block is TextBlock {
	return block.type === 'paragraph' || block.type === 'subhead' || block.type === 'quote' || block.type === 'pullquote';
}

/** One side may make a paragraph a subhead while the other edits its words. */
function mergeTextBlock({ base, mine, theirs }: Versions<TextBlock>): Outcome<Block> {
	const shape = oneSided({ base: shapeOf(base), mine: shapeOf(mine), theirs: shapeOf(theirs) });
	if (shape === undefined) return collided<Block>(mine, theirs);
	const html = mergeInline({ base: base.html, mine: mine.html, theirs: theirs.html });
	const attribution = mergeLine({
		base: attributionOf(base),
		mine: attributionOf(mine),
		theirs: attributionOf(theirs),
	});
	const write = (side: 'mine' | 'theirs' | 'both'): Block => {
		const [type, level] = [shape.mine.type, shape.mine.level];
		const head = { id: mine.id };
		switch (type) {
			case 'paragraph':
				return { ...head, type, html: html[side] };
			case 'subhead':
				return { ...head, type, level, html: html[side] };
			case 'quote':
			case 'pullquote':
				return { ...head, type, html: html[side], attribution: attribution[side] };
		}
	};
	const showsAttribution = shape.mine.type === 'quote' || shape.mine.type === 'pullquote';
	// An attribution that the new kind of block cannot show is lost words when the other side had just written it.
	const wrote = [mine, theirs].some(
		(side) => attributionOf(side) !== '' && attributionOf(side) !== attributionOf(base),
	);
	if (!showsAttribution && wrote) return collided<Block>(mine, theirs);
	const attributionCollided = showsAttribution && attribution.collided;
	return {
		mine: write('mine'),
		theirs: write('theirs'),
		both: write('both'),
		collided: html.collided || attributionCollided,
		joinable: (html.collided && html.joinable) || (attributionCollided && attribution.joinable),
	};
}

function shapeOf(block: TextBlock) {
	return { type: block.type, level: block.type === 'subhead' ? block.level : (2 as const) };
}

function attributionOf(block: TextBlock): string {
	return block.type === 'quote' || block.type === 'pullquote' ? block.attribution : '';
}

function mergeItems(versions: Versions<ListItem[]>): Outcome<ListItem[]> {
	return mergeList(versions, (item) =>
		mergeRecord(item, { html: mergeInline, children: mergeNullable<ListBody>(mergeListBody) }),
	);
}

function mergeListBody(versions: Versions<ListBody>): Outcome<ListBody> {
	const merged = mergeRecord(versions, { ordered: mergeValue, items: mergeItems });
	const isEmpty = [merged.mine, merged.theirs, merged.both].some((body) => body.items.length === 0);
	return isEmpty ? collided(versions.mine, versions.theirs) : merged;
}

function mergeRows({ base, mine, theirs }: Versions<string[][]>): Outcome<string[][]> {
	const width = (rows: readonly string[][]) => rows[0]?.length ?? 0;
	if (width(base) !== width(mine) || width(base) !== width(theirs)) return mergeValue({ base, mine, theirs });
	return mergeList({ base, mine, theirs }, (row) =>
		isSameValue(row.mine, row.theirs) ? agreed(row.mine) : mergeCells(row),
	);
}

/** Cells are merged by column; there are as many in each version. */
function mergeCells(row: Versions<string[]>): Outcome<string[]> {
	const cells = row.base.map((cell, index) =>
		mergeInline({ base: cell, mine: row.mine[index] ?? cell, theirs: row.theirs[index] ?? cell }),
	);
	const clashing = cells.filter((cell) => cell.collided);
	return {
		mine: cells.map((cell) => cell.mine),
		theirs: cells.map((cell) => cell.theirs),
		both: cells.map((cell) => cell.both),
		collided: clashing.length > 0,
		joinable: clashing.every((cell) => cell.joinable),
	};
}

function isHollow(block: Block): boolean {
	switch (block.type) {
		case 'list':
			return block.items.length === 0;
		case 'gallery':
			return block.images.length === 0;
		case 'table':
			return block.rows.length === 0;
		default:
			return false;
	}
}
