import type { ListBody, ListItem } from '../../../model/block.ts';

/** An item of a list whose program wrote items side by side and how deep each one is. */
export interface FlatItem {
	/** From 1 on; a level may be passed over. */
	readonly level: number;
	readonly ordered: boolean;
	/** Which of the document's lists it is of; items of another list at the first level begin a list of their own. */
	readonly list: string;
	/** The number that it bears; where it is not known it goes on from the item before. */
	readonly number?: number | undefined;
	readonly html: string;
}

/** A list that stands in no other, with the number of its first item. */
export interface WholeList extends ListBody {
	start: number;
}

interface Open {
	readonly level: number;
	readonly body: ListBody;
}

/** Nests items that were written side by side: each stands below the last one before it that is less deep. */
export function nestItems(items: readonly FlatItem[]): WholeList[] {
	const lists: WholeList[] = [];
	let open: Open[] = [];
	let current = '';
	for (const { level, ordered, list, number, html } of items) {
		while ((open.at(-1)?.level ?? 0) > level && open.length > 1) open.pop();
		const isTop = open.length <= 1 && level <= (open[0]?.level ?? level);
		const top = open[0];
		if (!top || (isTop && (list !== current || top.body.ordered !== ordered))) {
			const body: WholeList = { ordered, start: ordered ? startOf(number) : 1, items: [] };
			lists.push(body);
			open = [{ level, body }];
			current = list;
		}
		const last = open.at(-1);
		const parent = last?.body.items.at(-1);
		const item: ListItem = { html, children: null };
		if (last && parent && level > last.level) {
			const body: ListBody = parent.children ?? { ordered, items: [] };
			// Where levels were passed over, the list is that of the less deep of its items.
			body.ordered = ordered;
			parent.children = body;
			body.items.push(item);
			open.push({ level, body });
		} else {
			last?.body.items.push(item);
		}
	}
	return lists;
}

/** The number of a list's first item, as far as it is one that a list can begin with. */
export function startOf(number: number | undefined): number {
	return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 1_000_000 ? number : 1;
}

/** Puts a list below the last item of another one, or beside the items where there is none. */
export function putBelow(items: ListItem[], nested: ListBody): void {
	const last = items.at(-1);
	if (!last) items.push(...nested.items);
	else if (last.children) last.children.items.push(...nested.items);
	else last.children = nested;
}
