import { isBuiltin } from 'node:module';
import { circlesOf, wayRound } from './circles.mjs';
import { importGraph } from './import-graph.mjs';
import { exceptions as knownExceptions, orders, parts } from './rules.mjs';

/**
 * Every way in which the imports of a checkout break the rules, as sentences. Imports of types count too, for circles as
 * well: a type that two files need from each other belongs in a third.
 */
export function layerProblems(root, exceptions = knownExceptions) {
	const graph = importGraph(root);
	const isExcepted = (from, to) => exceptions.some((known) => known.from === from && known.to === to);
	const problems = [];
	const broken = new Set();
	for (const [file, imports] of graph) {
		const place = unplaced(file);
		if (place !== null) problems.push(place);
		for (const found of imports) {
			const problem = problemOf(file, found);
			if (problem === null) continue;
			broken.add(edgeName(file, found.path));
			if (!isExcepted(file, found.path)) problems.push(problem);
		}
	}
	const circles = circlesOf(edgesOf(graph, () => true));
	const edges = edgesOf(graph, (from, to) => !isExcepted(from, to));
	for (const circle of circlesOf(edges)) {
		problems.push(`These files import each other in a circle: ${wayRound(circle, edges).join(' → ')}.`);
	}
	for (const { from, to } of exceptions) {
		const isThere = graph.get(from)?.some(({ path }) => path === to);
		const isRound = isThere && circles.some((circle) => circle.includes(from) && circle.includes(to));
		if (broken.has(edgeName(from, to)) || isRound) continue;
		problems.push(`The exception for ${from}, which imports ${to}, is needed no more; remove it from the rules.`);
	}
	return problems;
}

function edgesOf(graph, isCounted) {
	return new Map(
		[...graph].map(([file, imports]) => [
			file,
			imports.map(({ path }) => path).filter((path) => path !== null && graph.has(path) && isCounted(file, path)),
		]),
	);
}

function edgeName(from, to) {
	return `${from} ${to}`;
}

function unplaced(file) {
	if (!partOf(file)) return `${file} belongs to no part.`;
	const order = orderOf(file);
	if (order && !isTest(file) && layerIn(order, file) === null) return `${file} belongs to no layer of ${order.in}.`;
	return null;
}

/** Why a file may not import something, or null when it may. */
function problemOf(file, found) {
	const from = partOf(file);
	if (!from) return null;
	if (!isAllowed(file, from, found)) return `${file} (${from.name}) may not import ${found.target}.`;
	const order = orderOf(file);
	if (!order || isTest(file) || found.path === null || orderOf(found.path) !== order) return null;
	const own = layerIn(order, file);
	const other = layerIn(order, found.path);
	if (own === null || other === null) return null;
	const layers = order.layers;
	if (layers.indexOf(other) > layers.indexOf(own)) {
		return `${file} (${own.name}) may not import ${found.path}, which stands above it (${other.name}).`;
	}
	if (own === other && own.apart && folderIn(order, file) !== folderIn(order, found.path)) {
		return `${file} may not import ${found.path}: the folders of ${own.name} stand apart.`;
	}
	return null;
}

function isAllowed(file, from, { target, path, typesOnly }) {
	if (path === null) {
		if (isBuiltin(target)) return from.may.includes('node') || isTest(file);
		const name = packageOf(target);
		if (from.never?.includes(name)) return false;
		return isTest(file) || from.may.includes(name) || from.may.includes('*') || (typesOnly && from.name === 'shared');
	}
	const to = partOf(path);
	if (!to) return false;
	if (to.name === from.name || from.may.includes(to.name)) return true;
	if (typesOnly && (from.types ?? []).includes(to.name)) return true;
	return isTest(file) && ['shared', 'schema', 'content'].includes(to.name);
}

function isTest(file) {
	return /\.test\.tsx?$/.test(file) || file.includes('/testing/');
}

function partOf(path) {
	return parts.find(({ at }) => at.some((place) => holds(place, path)));
}

function orderOf(path) {
	return orders.find((order) => path.startsWith(order.in));
}

function layerIn(order, path) {
	const inside = path.slice(order.in.length);
	let best = null;
	let length = -1;
	for (const layer of order.layers) {
		for (const place of layer.at) {
			const fits = place === '' ? !inside.includes('/') : holds(place, inside);
			if (!fits || place.length <= length) continue;
			best = layer;
			length = place.length;
		}
	}
	return best;
}

/** The folder of an `apart` layer that a file lies in. */
function folderIn(order, path) {
	return path.slice(order.in.length).split('/').slice(0, 2).join('/');
}

function holds(place, path) {
	return place.endsWith('/') ? path.startsWith(place) : path === place;
}

function packageOf(target) {
	return target
		.split('/')
		.slice(0, target.startsWith('@') ? 2 : 1)
		.join('/');
}
