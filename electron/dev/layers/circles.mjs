/** Every group of files that can be reached from each other (Tarjan 1972), each as a list; `edges` maps a file to those it imports. */
export function circlesOf(edges) {
	const order = new Map();
	const lowest = new Map();
	const open = [];
	const isOpen = new Set();
	const circles = [];

	function visit(file) {
		order.set(file, order.size);
		lowest.set(file, order.get(file));
		open.push(file);
		isOpen.add(file);
		for (const next of edges.get(file) ?? []) {
			if (!order.has(next)) {
				visit(next);
				lowest.set(file, Math.min(lowest.get(file), lowest.get(next)));
			} else if (isOpen.has(next)) {
				lowest.set(file, Math.min(lowest.get(file), order.get(next)));
			}
		}
		if (lowest.get(file) !== order.get(file)) return;
		const circle = open.splice(open.indexOf(file));
		for (const member of circle) isOpen.delete(member);
		if (circle.length > 1 || edges.get(file)?.includes(file)) circles.push(circle);
	}

	for (const file of edges.keys()) if (!order.has(file)) visit(file);
	return circles;
}

/** One shortest way round a circle, beginning and ending with the same file. */
export function wayRound(circle, edges) {
	const inside = new Set(circle);
	const [start] = [...circle].sort();
	const cameFrom = new Map();
	const queue = [start];
	for (const file of queue) {
		for (const next of edges.get(file) ?? []) {
			if (next === start) return [...pathTo(file, cameFrom), start];
			if (!inside.has(next) || cameFrom.has(next)) continue;
			cameFrom.set(next, file);
			queue.push(next);
		}
	}
	return circle;
}

function pathTo(file, cameFrom) {
	const path = [file];
	while (cameFrom.has(path[0])) path.unshift(cameFrom.get(path[0]));
	return path;
}
