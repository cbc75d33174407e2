/** Whether two JSON values hold the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (!isObject(a) || !isObject(b)) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
		// Not by `every`, which leaves out places that hold nothing.
		for (let at = 0; at < a.length; at += 1) if (!isSameValue(a[at], b[at])) return false;
		return true;
	}
	// Key by key and without taking them out, for a story is compared with its file at every save.
	for (const key of Object.keys(a)) if (!isSameValue(a[key], ownValue(b, key))) return false;
	for (const key of Object.keys(b)) if (b[key] !== undefined && ownValue(a, key) === undefined) return false;
	return true;
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null;
}

function ownValue(object: JsonObject, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
