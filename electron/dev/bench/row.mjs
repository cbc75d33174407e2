import { summarise } from './stats.mjs';

/**
 * Makes one row of the table from measurements in one unit.
 *
 * @param {object} given
 * @param {string} given.figure what was measured, in words
 * @param {'ms' | 's' | 'MB' | 'kB'} given.unit
 * @param {number[]} given.samples
 * @param {{ name: string, samples: number[] }} [given.beside] what it is held against, measured in the same run; a peer that
 *   cannot be had here has no samples
 * @param {'p50' | 'p95' | 'most'} [given.judged] what is held against the limit
 * @param {{ atMost?: number, timesBeside?: number }} [given.limit] in the unit; as a part of what it is held against
 * @param {string} [given.note]
 */
export function makeRow({ figure, unit, samples, beside, judged = 'p50', limit = null, note = '' }) {
	const measured = summarise(samples);
	const other = beside && beside.samples.length > 0 ? { name: beside.name, ...summarise(beside.samples) } : null;
	const ratio = other === null ? null : measured[judged] / other[judged];
	return { figure, unit, judged, measured, beside: other, ratio, limit, verdict: verdictOf(), note };

	function verdictOf() {
		if (limit === null) return 'told';
		const { atMost = Number.POSITIVE_INFINITY, timesBeside = Number.POSITIVE_INFINITY } = limit;
		if (measured[judged] > atMost) return 'over';
		if (timesBeside === Number.POSITIVE_INFINITY) return 'ok';
		if (ratio === null) return 'missing';
		return ratio <= timesBeside ? 'ok' : 'over';
	}
}

/** A row for a figure that could not be measured, with the reason. */
export function missingRow(figure, note) {
	return {
		figure,
		unit: '',
		judged: '',
		measured: null,
		beside: null,
		ratio: null,
		limit: null,
		verdict: 'missing',
		note,
	};
}
