/** How long work goes on before everything else gets its turn, in milliseconds. */
const slice = 5;

/** Runs long work in slices, so that whoever asks something meanwhile waits a few milliseconds at most. */
export interface Slices {
	/** Begins with work that goes before what is under way; `refuse` hears when it is stopped or fails. */
	add(steps: Iterator<void>, refuse: (reason: Error) => void): void;
	/** Ends all work, with the reason. */
	stop(reason: string): void;
}

/** Makes empty slices; work that throws is taken out, and `failed` hears of it. */
export function createSlices(failed: (error: unknown) => void): Slices {
	const tasks: { readonly steps: Iterator<void>; readonly refuse: (reason: Error) => void }[] = [];
	let next: NodeJS.Immediate | null = null;

	const run = () => {
		next = null;
		const until = performance.now() + slice;
		while (tasks.length > 0 && performance.now() < until) {
			const task = tasks[tasks.length - 1];
			if (task === undefined) break;
			try {
				if (task.steps.next().done) tasks.splice(tasks.indexOf(task), 1);
			} catch (error) {
				tasks.splice(tasks.indexOf(task), 1);
				task.refuse(error instanceof Error ? error : new Error(String(error)));
				failed(error);
			}
		}
		wake();
	};
	const wake = () => {
		if (tasks.length > 0) next ??= setImmediate(run);
	};

	return {
		add(steps, refuse) {
			tasks.push({ steps, refuse });
			wake();
		},
		stop(reason) {
			if (next !== null) clearImmediate(next);
			next = null;
			for (const { refuse } of tasks.splice(0)) refuse(new Error(reason));
		},
	};
}
