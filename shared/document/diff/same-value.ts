/** Whether two JSON values hold the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
		return a.every((item, index) => isSameValue(item, b[index]));
	}
	const entries = Object.entries(a).filter(([, value]) => value !== undefined);
	const others = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
	return (
		entries.length === others.size &&
		entries.every(([key, value]) => others.has(key) && isSameValue(value, others.get(key)))
	);
}
