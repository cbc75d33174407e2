/** The value below or at which this fraction of the values lies (nearest rank). Throws for no values. */
export function percentile(values, fraction) {
	if (values.length === 0) throw new Error('There is no percentile of nothing.');
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)];
}

/** The middle value; of an even count the mean of the two in the middle. Throws for no values. */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	if (sorted.length === 0) throw new Error('There is no median of nothing.');
	return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What is told of a list of measurements. Throws for no values. */
export function summarise(values) {
	return {
		count: values.length,
		p50: median(values),
		p95: percentile(values, 0.95),
		least: percentile(values, 0),
		most: percentile(values, 1),
	};
}
