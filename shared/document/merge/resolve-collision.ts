import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { isSameValue } from '../diff/same-value.ts';
import { fieldMerges, type MergedField } from '../fields.ts';
import type {
	BlockCollision,
	Choice,
	Collision,
	FieldCollision,
	KeyPointCollision,
	PlaceCollision,
} from './collision.ts';
import { freshBlockId } from './fresh-block-id.ts';
import { keepOneBox } from './keep-one-box.ts';
import { mergeBlock } from './merge-block.ts';
import type { PlaceAfter } from './merge-keyed.ts';
import { mergeLine } from './merge-text.ts';

/**
 * The story with one collision decided. What was typed there since the merge is kept: it is merged with the chosen
 * side, and stands beside it where the two collide again. Where `both` makes no sense, my side stays.
 */
export function resolveCollision(article: Article, collision: Collision, choice: Choice): Article {
	switch (collision.kind) {
		case 'field':
			return resolveField(article, collision, choice);
		case 'block':
			return { ...article, body: resolveBlock(article.body, collision, choice) };
		case 'keyPoint':
			return { ...article, keyPoints: resolvePoint(article.keyPoints, collision, choice) };
		case 'place':
			return resolvePlace(article, collision, choice);
	}
}

function resolveField(article: Article, collision: FieldCollision, choice: Choice): Article {
	const set = <Name extends MergedField>(field: Name, mine: Article[Name], chosen: Article[Name]): Article => {
		if (isSameValue(article[field], mine)) return { ...article, [field]: chosen };
		const outcome = fieldMerges[field].merge({ base: mine, mine: article[field], theirs: chosen });
		return { ...article, [field]: outcome.joinable ? outcome.both : outcome.theirs };
	};
	const { field, mine } = collision;
	return set<MergedField>(field, mine, chosenValue(collision, choice));
}

function chosenValue(collision: FieldCollision, choice: Choice): FieldCollision['mine'] {
	return choice === 'theirs'
		? collision.theirs
		: choice === 'both'
			? (collision.both ?? collision.mine)
			: collision.mine;
}

function resolveBlock(body: readonly Block[], collision: BlockCollision, choice: Choice): Block[] {
	const { mine, theirs } = collision;
	const [first, ...more] = chosenBlocks(collision, choice);
	const current = body.find((block) => block.id === collision.where.block);
	if (current === undefined) {
		// Gone from the story since: only a side that is chosen and was not mine brings it back.
		return first === undefined || choice === 'mine' ? [...body] : placed(body, first, more, collision.after);
	}
	if (mine === null) return [...body];
	if (first === undefined) return isSameValue(current, mine) ? body.filter((block) => block !== current) : [...body];
	const outcome = mergeBlock({ base: mine, mine: current, theirs: first });
	const kept = outcome.joinable ? [outcome.both, ...more] : [current, first, ...more];
	const taken = new Set(body.map((block) => block.id));
	const named = kept.map((block, index) => {
		if (index === 0) return block;
		const id = taken.has(block.id) ? freshBlockId(block.id, taken) : block.id;
		taken.add(id);
		return { ...block, id };
	});
	const preferred = choice === 'theirs' && theirs?.type === 'keyPoints' ? named.at(-1)?.id : undefined;
	return keepOneBox(
		body.flatMap((block) => (block === current ? named : [block])),
		preferred,
	);
}

/** Of a block that one side deleted and the other edited, "both" can only mean that it stays. */
function chosenBlocks({ mine, theirs, both }: BlockCollision, choice: Choice): readonly Block[] {
	const either = mine ?? theirs;
	if (choice === 'both') return both ?? (either === null ? [] : [either]);
	const side = choice === 'mine' ? mine : theirs;
	return side === null ? [] : [side];
}

function placed(body: readonly Block[], first: Block, more: readonly Block[], after: PlaceAfter): Block[] {
	const without = body.filter((block) => block.id !== first.id);
	without.splice(placeBehind(without, after), 0, first, ...more);
	return keepOneBox(without, first.id);
}

function placeBehind(items: readonly { id: string }[], after: PlaceAfter): number {
	const ids = new Map(items.map((item, index) => [item.id, index]));
	for (const id of after) {
		const index = ids.get(id);
		if (index !== undefined) return index + 1;
	}
	return 0;
}

function resolvePoint(points: readonly KeyPoint[], collision: KeyPointCollision, choice: Choice): KeyPoint[] {
	const { mine, theirs, both } = collision;
	const chosen = choice === 'theirs' ? theirs : choice === 'both' ? (both ?? mine ?? theirs) : mine;
	const current = points.find((point) => point.id === collision.point);
	if (current === undefined) {
		if (chosen === null || choice === 'mine') return [...points];
		const returned = [...points];
		returned.splice(placeBehind(points, collision.after), 0, chosen);
		return returned;
	}
	if (chosen === null) return isSameValue(current, mine) ? points.filter((point) => point !== current) : [...points];
	if (mine === null) return [...points];
	const text = mergeLine({ base: mine.text, mine: current.text, theirs: chosen.text }).both;
	return points.map((point) => (point === current ? { id: point.id, text } : point));
}

function resolvePlace(article: Article, collision: PlaceCollision, choice: Choice): Article {
	if (choice !== 'theirs') return article;
	const moved = <T extends { id: string }>(items: readonly T[]): T[] => {
		const item = items.find((each) => each.id === collision.item);
		if (item === undefined) return [...items];
		const others = items.filter((each) => each !== item);
		others.splice(placeBehind(others, collision.theirs), 0, item);
		return others;
	};
	return collision.list === 'body'
		? { ...article, body: moved(article.body) }
		: { ...article, keyPoints: moved(article.keyPoints) };
}
