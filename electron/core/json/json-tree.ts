/** JSON as it stands in a text: members in their order, numbers and strings as they were written. */
export type JsonNode =
	| { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
	| { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
	/** A string, number, true, false or null, in its own spelling. */
	| { readonly kind: 'scalar'; readonly start: number; readonly text: string };
export interface JsonMember {
	readonly key: string;
	readonly value: JsonNode;
}
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What is wrong with a text that is not JSON, and where. */
export class JsonSyntaxError extends Error {
	readonly line: number;
	constructor(message: string, line: number) {
		super(message);
		this.name = 'JsonSyntaxError';
		this.line = line;
	}
}

const deepest = 400;
const bareScalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\n\r]*/y;

/** Reads JSON without losing how it was written; throws `JsonSyntaxError`. */
export function parseJsonTree(text: string): JsonNode {
	let at = 0;
	const skip = () => {
		space.lastIndex = at;
		space.test(text);
		at = space.lastIndex;
	};
	const refuse = (expected: string): never => {
		const found = at >= text.length ? 'the end of the file' : JSON.stringify(text.slice(at, at + 12).split('\n', 1)[0]);
		const conflict = /^(?:<{7}|={7}|>{7})/.test(text.slice(at, at + 7)) ? ' (a merge was left unfinished)' : '';
		throw new JsonSyntaxError(`expected ${expected} but found ${found}${conflict}`, lineAt(text, at));
	};
	const take = (character: string): boolean => {
		skip();
		if (text[at] !== character) return false;
		at += 1;
		return true;
	};
	/** Reads a quoted text, still in its quotes. */
	const readQuoted = (expected: string): string => {
		if (text[at] !== '"') return refuse(expected);
		let end = at + 1;
		while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
		const found = text.slice(at, end + 1);
		try {
			JSON.parse(found);
		} catch {
			// A line break, a stray backslash or no closing quote: the engine knows that it is wrong, we say where.
			return refuse('a text that ends on its own line, with its quotes and backslashes in order,');
		}
		at = end + 1;
		return found;
	};
	const readScalar = (): string => {
		if (text[at] === '"') return readQuoted('a text in quotes');
		bareScalar.lastIndex = at;
		const found = bareScalar.exec(text)?.[0];
		if (found === undefined) return refuse('a value');
		at = bareScalar.lastIndex;
		return found;
	};
	const readNode = (depth: number): JsonNode => {
		skip();
		const start = at;
		if (depth > deepest) return refuse(`no more than ${deepest} levels`);
		if (take('{')) {
			const members: JsonMember[] = [];
			if (take('}')) return { kind: 'object', start, members };
			do {
				skip();
				const key: unknown = JSON.parse(readQuoted('a name in quotes'));
				if (!take(':')) return refuse('":"');
				members.push({ key: String(key), value: readNode(depth + 1) });
			} while (take(','));
			if (!take('}')) return refuse('"," or "}"');
			return { kind: 'object', start, members };
		}
		if (take('[')) {
			const items: JsonNode[] = [];
			if (take(']')) return { kind: 'array', start, items };
			do items.push(readNode(depth + 1));
			while (take(','));
			if (!take(']')) return refuse('"," or "]"');
			return { kind: 'array', start, items };
		}
		return { kind: 'scalar', start, text: readScalar() };
	};
	const root = readNode(0);
	skip();
	if (at < text.length) return refuse('the end of the file');
	return root;
}

/** A value that came from JSON, or will go there, as what JSON can hold. */
export function asJson(value: unknown): JsonValue {
	return JSON.parse(JSON.stringify(value)) as JsonValue;
}

/** The tree of a plain value, as `JSON.stringify` would write it. */
export function treeOf(value: JsonValue): JsonNode {
	if (Array.isArray(value)) return { kind: 'array', start: 0, items: value.map(treeOf) };
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).map(([key, member]) => ({ key, value: treeOf(member) }));
		return { kind: 'object', start: 0, members };
	}
	return { kind: 'scalar', start: 0, text: JSON.stringify(value) };
}

/** Writes a tree with two spaces and LF, as `JSON.stringify(value, null, 2)` does, without a final newline. */
export function writeJsonTree(node: JsonNode, indent = ''): string {
	const inner = `${indent}  `;
	switch (node.kind) {
		case 'scalar':
			return node.text;
		case 'array': {
			if (node.items.length === 0) return '[]';
			return `[\n${node.items.map((item) => inner + writeJsonTree(item, inner)).join(',\n')}\n${indent}]`;
		}
		case 'object': {
			if (node.members.length === 0) return '{}';
			const lines = node.members.map(
				({ key, value }) => `${inner}${JSON.stringify(key)}: ${writeJsonTree(value, inner)}`,
			);
			return `{\n${lines.join(',\n')}\n${indent}}`;
		}
	}
}

/** The member that counts when a name is there twice: the last one, as for `JSON.parse`. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
	return node?.kind === 'object' ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

/** The line, from 1, on which the value at this path begins, or the nearest value above it that is there. */
export function lineOfPath(text: string, root: JsonNode, path: readonly PropertyKey[]): number {
	let node = root;
	for (const step of path) {
		const next = node.kind === 'array' ? node.items[Number(step)] : memberOf(node, String(step));
		if (next === undefined) break;
		node = next;
	}
	return lineAt(text, node.start);
}

function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
	return line;
}
