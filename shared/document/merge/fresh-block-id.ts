/** An id for a copy of a block, `b4-2`; the same ids taken give the same id, so that a merge can be repeated. */
export function freshBlockId(id: string, taken: ReadonlySet<string>): string {
	for (let copy = 2; ; copy += 1) {
		const suffix = `-${copy}`;
		const fresh = id.slice(0, 64 - suffix.length) + suffix;
		if (!taken.has(fresh)) return fresh;
	}
}
