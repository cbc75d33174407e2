import { summarise } from './stats.mjs';

/**
 * Makes one row of the table from measurements in one unit.
 *
 * @param {object} given
 * @param {string} given.figure what was measured, in words
 * @param {'ms' | 's' | 'MB'} given.unit
 * @param {number[]} given.samples
 * @param {number[]} [given.floor] the bare work of the same kind, measured in the same run
 * @param {'p50' | 'p95' | 'most'} [given.judged] what is held against the limit
 * @param {{ atMost: number } | { timesFloor: number }} [given.limit]
 * @param {string} [given.note]
 */
export function makeRow({ figure, unit, samples, floor = [], judged = 'p50', limit, note = '' }) {
	const measured = summarise(samples);
	const bare = floor.length > 0 ? summarise(floor) : null;
	const ratio = bare === null ? null : measured[judged] / bare[judged];
	return { figure, unit, judged, measured, floor: bare, ratio, limit: limit ?? null, verdict: verdictOf(), note };

	function verdictOf() {
		if (limit === undefined) return 'told';
		if ('atMost' in limit) return measured[judged] <= limit.atMost ? 'ok' : 'over';
		return ratio !== null && ratio <= limit.timesFloor ? 'ok' : 'over';
	}
}

/** A row for a figure that could not be measured, with the reason. */
export function missingRow(figure, note) {
	return {
		figure,
		unit: '',
		judged: '',
		measured: null,
		floor: null,
		ratio: null,
		limit: null,
		verdict: 'missing',
		note,
	};
}
