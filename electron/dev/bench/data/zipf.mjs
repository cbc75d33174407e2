/**
 * Chooses from a list by weight in constant time, with one random number for each choice
 * (the alias method of A. J. Walker and M. D. Vose).
 */
export class WeightedChoice {
	#values;
	#keep;
	#alias;

	/** @param {readonly unknown[]} values @param {readonly number[]} weights one for each value, not negative */
	constructor(values, weights) {
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		const scaled = weights.map((weight) => (weight * values.length) / total);
		this.#values = values;
		this.#keep = new Float64Array(values.length).fill(1);
		this.#alias = new Uint32Array(values.length);
		const small = [];
		const large = [];
		for (const [index, weight] of scaled.entries()) (weight < 1 ? small : large).push(index);
		while (small.length > 0 && large.length > 0) {
			const poor = small.pop();
			const rich = large.pop();
			this.#keep[poor] = scaled[poor];
			this.#alias[poor] = rich;
			scaled[rich] -= 1 - scaled[poor];
			(scaled[rich] < 1 ? small : large).push(rich);
		}
	}

	/** @param {import('./random.mjs').Random} random */
	choose(random) {
		const place = random.fraction() * this.#values.length;
		const index = Math.floor(place);
		return this.#values[place - index < this.#keep[index] ? index : this.#alias[index]];
	}
}

/**
 * Chooses from a list as words occur in a language: the n-th about 1/n as often as the first (Zipf's law, with the
 * flatter head of Mandelbrot's form when `offset` is above 0). Of the list's end, `rare` values are four times rarer.
 */
export function zipf(values, { exponent = 1, offset = 2.7, rare = 0 } = {}) {
	return new WeightedChoice(
		values,
		values.map((_, index) => (index < values.length - rare ? 1 : 0.25) / (index + 1 + offset) ** exponent),
	);
}
