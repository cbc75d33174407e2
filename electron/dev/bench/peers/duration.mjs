/** How long something took, in milliseconds. */
export async function duration(work) {
	const since = performance.now();
	await work();
	return performance.now() - since;
}
