/** How long work goes on before everything else gets its turn, in milliseconds. */
const slice = 5;

/** Work in small steps; one that answers a promise waits for it. */
export type Steps = Iterator<Promise<void> | void>;

/** Runs long work in slices, so that whoever asks something meanwhile waits a few milliseconds at most. */
export interface Slices {
	/** Begins with work that goes before what is under way; `refuse` hears when it is stopped or fails. */
	add(steps: Steps, refuse: (reason: Error) => void): void;
	/** Ends all work, with the reason. */
	stop(reason: string): void;
}

/** Makes empty slices; work that throws is taken out, and `failed` hears of it. */
export function createSlices(failed: (error: unknown) => void): Slices {
	const tasks: { readonly steps: Steps; readonly refuse: (reason: Error) => void; isWaiting: boolean }[] = [];
	let next: NodeJS.Immediate | null = null;

	const newest = () => [...tasks].reverse().find(({ isWaiting }) => !isWaiting);
	const run = () => {
		next = null;
		const until = performance.now() + slice;
		while (tasks.length > 0 && performance.now() < until) {
			const task = newest();
			if (task === undefined) break;
			try {
				const { done, value } = task.steps.next();
				if (done) tasks.splice(tasks.indexOf(task), 1);
				else if (value instanceof Promise) {
					task.isWaiting = true;
					void value.then(() => {
						task.isWaiting = false;
						wake();
					});
				}
			} catch (error) {
				tasks.splice(tasks.indexOf(task), 1);
				task.refuse(error instanceof Error ? error : new Error(String(error)));
				failed(error);
			}
		}
		wake();
	};
	const wake = () => {
		if (tasks.some(({ isWaiting }) => !isWaiting)) next ??= setImmediate(run);
	};

	return {
		add(steps, refuse) {
			tasks.push({ steps, refuse, isWaiting: false });
			wake();
		},
		stop(reason) {
			if (next !== null) clearImmediate(next);
			next = null;
			for (const { refuse } of tasks.splice(0)) refuse(new Error(reason));
		},
	};
}

/** Steps that pass on what they come to. */
export function* passingOn<Value>(
	steps: Generator<Promise<void> | void, Value>,
	answer: (value: Value) => void,
): Generator<Promise<void> | void> {
	answer(yield* steps);
}
