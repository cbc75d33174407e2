import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { fieldMerges, type MergedField, mergedFields } from '../fields.ts';
import type { BlockCollision, Collision, FieldCollision, KeyPointCollision, PlaceCollision } from './collision.ts';
import { freshBlockId } from './fresh-block-id.ts';
import { keepOneBox } from './keep-one-box.ts';
import { mergeBlock } from './merge-block.ts';
import { type KeyedCollision, mergeKeyed } from './merge-keyed.ts';
import { mergeLine } from './merge-text.ts';
import { agreed, mergeRecord, oneSided, type Versions } from './outcome.ts';

/** A story merged from two sides, and what the editor has to choose. */
export interface ArticleMerge {
	readonly merged: Article;
	readonly collisions: readonly Collision[];
}

/**
 * Merges two versions of a story that both go back to `base`: by field, by block, and in a text by words. What truly
 * collides is answered, and `merged` holds my side of it. `merged` is always a valid story in canonical form.
 */
export function mergeArticles(base: Article, mine: Article, theirs: Article): ArticleMerge {
	const whole = oneSided({ base, mine, theirs });
	if (whole !== undefined) return { merged: whole.mine, collisions: [] };
	const versions = { base, mine, theirs };
	const merged: Article = { ...mine, id: mine.id === base.id ? theirs.id : mine.id };
	const collisions: Collision[] = [];
	const mergeField = <Name extends MergedField>(field: Name) => {
		const outcome = fieldMerges[field].merge({ base: base[field], mine: mine[field], theirs: theirs[field] });
		merged[field] = outcome.mine;
		if (!outcome.collided) return;
		const collision = {
			kind: 'field' as const,
			id: `field:${field}`,
			where: field === 'related' ? { field, index: 0 } : { field },
			field,
			base: base[field],
			mine: outcome.mine,
			theirs: outcome.theirs,
			both: outcome.joinable ? outcome.both : null,
		};
		collisions.push(collision as FieldCollision);
	};
	for (const field of mergedFields) mergeField(field);

	const points = mergePoints(versions);
	merged.keyPoints = points.items;
	const body = mergeBody(versions);
	merged.body = body.items;
	return { merged, collisions: [...collisions, ...points.collisions, ...body.collisions] };
}

function mergePoints({ base, mine, theirs }: Versions<Article>): { items: KeyPoint[]; collisions: Collision[] } {
	const merge = mergeKeyed<KeyPoint>(
		{ base: base.keyPoints, mine: mine.keyPoints, theirs: theirs.keyPoints },
		(point) => point.id,
		(point) => mergeRecord(point, { id: ({ mine: id }) => agreed(id), text: mergeLine }),
	);
	const order = base.keyPoints.map((point) => point.id);
	return {
		items: [...merge.items],
		collisions: merge.collisions.map((collision): KeyPointCollision | PlaceCollision => {
			const where = { field: 'keyPoints' as const };
			const point = collision.key;
			if (collision.kind === 'moved') return placeCollision(collision, 'keyPoints', where, order);
			const head = { kind: 'keyPoint' as const, id: `keyPoint:${point}`, where, point, base: collision.base };
			if (collision.kind === 'deleted') {
				return { ...head, mine: collision.mine, theirs: collision.theirs, both: null, after: collision.after };
			}
			const { outcome } = collision;
			const text = outcome.joinable
				? agreed(outcome.both.text)
				: mergeLine({ base: '', mine: outcome.mine.text, theirs: outcome.theirs.text });
			const both = outcome.joinable || text.joinable ? { id: point, text: text.both } : null;
			return { ...head, mine: outcome.mine, theirs: outcome.theirs, both, after: [] };
		}),
	};
}

function mergeBody({ base, mine, theirs }: Versions<Article>): { items: Block[]; collisions: Collision[] } {
	const merge = mergeKeyed<Block>(
		{ base: base.body, mine: mine.body, theirs: theirs.body },
		(block) => block.id,
		mergeBlock,
	);
	const order = base.body.map((block) => block.id);
	const taken = new Set([...base.body, ...mine.body, ...theirs.body].map((block) => block.id));
	const collisions = merge.collisions.map((collision): BlockCollision | PlaceCollision => {
		const where = { field: 'block' as const, block: collision.key };
		if (collision.kind === 'moved') return placeCollision(collision, 'body', where, order);
		const head = { kind: 'block' as const, id: `block:${collision.key}`, where, base: collision.base };
		if (collision.kind === 'deleted') {
			return { ...head, mine: collision.mine, theirs: collision.theirs, both: null, after: collision.after };
		}
		const { outcome } = collision;
		const both = outcome.joinable
			? [outcome.both]
			: [outcome.mine, { ...outcome.theirs, id: freshBlockId(collision.key, taken) }];
		return { ...head, mine: outcome.mine, theirs: outcome.theirs, both, after: [] };
	});
	return withOneBox([...merge.items], collisions, { base, mine, theirs });
}

/** The box of the key points stands once. When each side put one of its own, mine stands and the place collides. */
function withOneBox(
	items: Block[],
	collisions: Collision[],
	{ base, mine, theirs }: Versions<Article>,
): { items: Block[]; collisions: Collision[] } {
	const boxes = items.filter((block) => block.type === 'keyPoints');
	const myBox = boxes.find((box) => mine.body.some((block) => block.id === box.id && block.type === 'keyPoints'));
	const kept = myBox ?? boxes[0];
	if (kept === undefined || boxes.length === 1) return { items, collisions };
	const before = (body: readonly Block[], id: string) => {
		const place = body.findIndex((block) => block.id === id);
		return body
			.slice(0, Math.max(0, place))
			.map((block) => block.id)
			.reverse();
	};
	const added = boxes.flatMap((box): Collision[] => {
		if (box.id === kept.id) return [];
		const myVersion = mine.body.find((block) => block.id === box.id);
		const was = base.body.find((block) => block.id === box.id) ?? null;
		if (myVersion !== undefined) {
			return [
				{
					kind: 'block',
					id: `block:${box.id}`,
					where: { field: 'block', block: box.id },
					base: was,
					mine: myVersion,
					theirs: box,
					both: null,
					after: [],
				},
			];
		}
		return [
			{
				kind: 'place',
				id: `place:${kept.id}`,
				where: { field: 'block', block: kept.id },
				list: 'body',
				item: kept.id,
				base: [],
				mine: before(mine.body, kept.id),
				theirs: before(theirs.body, box.id),
			},
		];
	});
	const restored = items.map((block) => {
		const myVersion = mine.body.find((each) => each.id === block.id);
		return block.type === 'keyPoints' && block.id !== kept.id && myVersion !== undefined ? myVersion : block;
	});
	return { items: keepOneBox(restored, kept.id), collisions: [...collisions, ...added] };
}

function placeCollision<T>(
	collision: Extract<KeyedCollision<T>, { kind: 'moved' }>,
	list: 'body' | 'keyPoints',
	where: PlaceCollision['where'],
	order: readonly string[],
): PlaceCollision {
	const place = order.indexOf(collision.key);
	return {
		kind: 'place',
		id: `place:${list}:${collision.key}`,
		where,
		list,
		item: collision.key,
		base: order.slice(0, Math.max(0, place)).reverse(),
		mine: collision.mine,
		theirs: collision.theirs,
	};
}
