/** Does work for each item, so many at a time, in their order; the first failure is thrown once all under way has ended. */
export async function inLanes<Item>(
	items: Iterable<Item>,
	lanes: number,
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const left = items[Symbol.iterator]();
	let failure: { readonly error: unknown } | null = null;
	const lane = async (): Promise<void> => {
		for (let next = left.next(); !next.done && failure === null; next = left.next()) {
			try {
				await work(next.value);
			} catch (error) {
				failure ??= { error };
			}
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	if (failure !== null) throw (failure as { readonly error: unknown }).error;
}
