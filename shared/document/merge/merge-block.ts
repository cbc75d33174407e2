import type { Block, BlockType } from '../../model/block.ts';
import type { AnyPart, BlockOf } from '../blocks/block-module.ts';
import { partsOf, partValue } from '../blocks/index.ts';
import { mergeInline, mergeLine } from './merge-text.ts';
import { agreed, collided, mergeRecord, mergeValue, type Outcome, oneSided, type Versions } from './outcome.ts';

type TextBlock = BlockOf<Extract<BlockType, 'paragraph' | 'subhead' | 'quote' | 'pullquote'>>;

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
	if (base.type !== mine.type || base.type !== theirs.type) return undefined;
	const parts = partsOf(mine);
	const versionsOf = (part: string) => ({
		base: partValue(base, part),
		mine: partValue(mine, part),
		theirs: partValue(theirs, part),
	});
	const isReplaced = parts.some(([part, module]) => {
		const was = versionsOf(part);
		return module.kind === 'value' && module.ownsWords === true && (was.mine !== was.base || was.theirs !== was.base);
	});
	if (isReplaced) return undefined;
	const merges = Object.fromEntries(parts.map(([part, module]) => [part, mergePart(module)]));
	const keep = ({ mine: value }: Versions<unknown>) => agreed(value);
	const merged = mergeRecord<Record<string, unknown>>({ base, mine, theirs }, { id: keep, type: keep, ...merges });
	// The parts of a block are those of its type, so what was merged of three blocks of one type is one.
	return merged as Outcome<Block>;
}

function mergePart(module: AnyPart): (versions: Versions<unknown>) => Outcome<unknown> {
	switch (module.kind) {
		case 'value':
			return mergeValue;
		case 'inline':
			return (versions) => mergeInline(mapVersions(versions, String));
		case 'line':
			return (versions) => mergeLine(mapVersions(versions, String));
		case 'entries':
			return (versions) => module.merge(mapVersions(versions, (value) => (Array.isArray(value) ? value : [])));
	}
}

function mapVersions<T>({ base, mine, theirs }: Versions<unknown>, map: (value: unknown) => T): Versions<T> {
	return { base: map(base), mine: map(mine), theirs: map(theirs) };
}

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

/** What lost its last item, row or picture to two sides. */
function isHollow(block: Block): boolean {
	return Object.values(block).some((value) => Array.isArray(value) && value.length === 0);
}
