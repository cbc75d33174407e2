/** Changes of one field that follow each other this closely, in milliseconds, are one step of the history. */
const longestPause = 700;

/** Tells which changes of fields belong to one step of the history. */
export class FieldSteps {
	#last = { name: '', at: 0, step: -1 };

	/** The number of the step to which a change of these fields at this moment belongs; all of them are below zero. */
	stepOf(fields: readonly string[], at: number): number {
		const name = fields.join();
		const goesOn = this.#last.name === name && at - this.#last.at < longestPause;
		this.#last = { name, at, step: goesOn ? this.#last.step : this.#last.step - 1 };
		return this.#last.step;
	}
}
