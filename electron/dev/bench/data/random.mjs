/**
 * A random number generator with a seed (sfc32): the same seed gives the same numbers on every computer.
 * Not for secrets.
 */
export class Random {
	#a;
	#b;
	#c;
	#counter = 1;

	/** @param {number} seed */
	constructor(seed) {
		this.#a = 0x9e3779b9 ^ seed;
		this.#b = 0x243f6a88 ^ Math.floor(seed / 2 ** 32);
		this.#c = 0xb7e15162;
		for (let round = 0; round < 20; round += 1) this.bits();
	}

	/** 32 random bits, as a number from 0. */
	bits() {
		const sum = (this.#a + this.#b + this.#counter) | 0;
		this.#counter = (this.#counter + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
		return sum >>> 0;
	}

	/** A fraction from 0, below 1. */
	fraction() {
		return this.bits() / 2 ** 32;
	}

	/** Whether something happens that has this chance (0 to 1). */
	chance(likelihood) {
		return this.fraction() < likelihood;
	}

	/** A whole number from `least` to `most`, both included. */
	between(least, most) {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	/** One of these, each as likely. */
	oneOf(choices) {
		return choices[Math.floor(this.fraction() * choices.length)];
	}

	/** A number from the normal distribution around 0 with the standard deviation 1. */
	normal() {
		return Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction());
	}
}
