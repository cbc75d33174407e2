/** One row of a tree; `depth` is 0 at the top. */
export interface TreeRow<Node> {
	readonly node: Node;
	readonly depth: number;
}

/**
 * A tree as rows from top to bottom: each node before those below it, and those beside each other in the order given. A
 * parent that is not there must not hide what was below it, which then stands at the top.
 */
export function treeRows<Node>(
	nodes: readonly Node[],
	keyOf: (node: Node) => string,
	parentOf: (node: Node) => string | null,
): readonly TreeRow<Node>[] {
	const keys = new Set(nodes.map(keyOf));
	const below = new Map<string | null, Node[]>();
	for (const node of nodes) {
		const parent = parentOf(node);
		const place = parent !== null && keys.has(parent) ? parent : null;
		const present = below.get(place);
		if (present === undefined) below.set(place, [node]);
		else present.push(node);
	}
	const rows: TreeRow<Node>[] = [];
	/** What is still to come, the next one last. No recursion, for a chain may be longer than the stack. */
	const waiting: TreeRow<Node>[] = [];
	const add = (parent: string | null, depth: number) => {
		const nodesBelow = below.get(parent) ?? [];
		below.delete(parent);
		for (const node of nodesBelow.reverse()) waiting.push({ node, depth });
	};
	add(null, 0);
	for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
		rows.push(row);
		add(keyOf(row.node), row.depth + 1);
	}
	return rows;
}
