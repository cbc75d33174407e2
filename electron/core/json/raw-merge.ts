import { isDeepStrictEqual } from 'node:util';
import { type JsonMember, type JsonNode, type JsonValue, memberOf, treeOf } from './json-tree.ts';

/**
 * The tree to write for `next`: what is the same in `canonical` (the parsed value of `raw`) stays as it stands in `raw`.
 * So defaults that are absent stay absent, unknown keys stay in their place, and untouched text keeps its spelling.
 */
export function mergeIntoRaw(raw: JsonNode | undefined, canonical: JsonValue | undefined, next: JsonValue): JsonNode {
	if (raw === undefined || canonical === undefined) return treeOf(next);
	if (isDeepStrictEqual(canonical, next)) return raw;
	if (raw.kind === 'object' && isRecord(canonical) && isRecord(next)) return mergeObject(raw, canonical, next);
	if (
		raw.kind === 'array' &&
		Array.isArray(canonical) &&
		Array.isArray(next) &&
		raw.items.length === canonical.length
	) {
		return mergeArray(raw.items, canonical, next);
	}
	return treeOf(next);
}

type JsonRecord = { readonly [key: string]: JsonValue };

function isRecord(value: JsonValue): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeObject(raw: JsonNode & { kind: 'object' }, canonical: JsonRecord, next: JsonRecord): JsonNode {
	const members: JsonMember[] = [];
	for (const member of raw.members) {
		const { key } = member;
		if (memberOf(raw, key) !== member.value) {
			members.push(member); // the earlier of two with one name, which reading passes over
		} else if (Object.hasOwn(next, key)) {
			const before = Object.hasOwn(canonical, key) ? canonical[key] : undefined;
			members.push({ key, value: mergeIntoRaw(member.value, before, next[key] ?? null) });
		} else if (!Object.hasOwn(canonical, key)) {
			members.push(member); // unknown to this version
		}
	}
	const known = Object.keys(next);
	for (const [order, key] of known.entries()) {
		if (memberOf(raw, key) !== undefined) continue;
		if (Object.hasOwn(canonical, key) && isDeepStrictEqual(canonical[key], next[key])) continue; // a default, left out
		const before = known.slice(0, order);
		const place = members.findLastIndex((member) => before.includes(member.key)) + 1;
		members.splice(place, 0, { key, value: treeOf(next[key] ?? null) });
	}
	return { kind: 'object', start: raw.start, members };
}

function mergeArray(raw: readonly JsonNode[], canonical: readonly JsonValue[], next: readonly JsonValue[]): JsonNode {
	const from = alignItems(canonical, next);
	const items = next.map((item, index) => {
		const source = from[index];
		return typeof source === 'number' ? mergeIntoRaw(raw[source], canonical[source], item) : treeOf(item);
	});
	return { kind: 'array', start: 0, items };
}

/** For each item after the change, where it stood before: by name, else by equality, else by place; null for a new one. */
function alignItems(before: readonly JsonValue[], after: readonly JsonValue[]): (number | null)[] {
	const free = new Map<string, number[]>();
	const names = before.map(nameOf);
	const add = (key: string, index: number) => free.set(key, [...(free.get(key) ?? []), index]);
	for (const [index, item] of before.entries()) add(names[index] ?? JSON.stringify(item), index);

	const taken = new Set<number>();
	const aligned = after.map((item, index) => {
		const candidates = (free.get(nameOf(item) ?? JSON.stringify(item)) ?? []).filter((each) => !taken.has(each));
		const source = candidates.includes(index) ? index : (candidates[0] ?? null);
		if (source !== null) taken.add(source);
		return source;
	});
	return aligned.map((source, index) => {
		if (source !== null || taken.has(index) || index >= before.length) return source;
		const item = after[index];
		const isNamed = names[index] !== null || item === undefined || nameOf(item) !== null;
		return isNamed ? null : index;
	});
}

/** What an item of a list is known by, so that it keeps its unknown keys when the list is reordered. */
function nameOf(item: JsonValue): string | null {
	if (!isRecord(item)) return null;
	for (const key of ['id', 'slug', 'article', 'media']) {
		const name = Object.hasOwn(item, key) ? item[key] : undefined;
		if (typeof name === 'string') return `${key} ${name}`;
	}
	return null;
}
