/** Runs work one after another by key, so that two saves of one story never meet. */
export interface WorkQueues {
	/** Runs the work once everything before it under this key has ended; answers what it answers. */
	run<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
	/** Runs work that nobody waits for, once whoever waits now has been answered; it must not fail. */
	later(work: () => Promise<void>): void;
	/** Resolves once nothing is running or waiting. */
	idle(): Promise<void>;
}

/** Makes an empty set of queues. */
export function createWorkQueues(): WorkQueues {
	const ends = new Map<string, Promise<unknown>>();
	let putOff: (() => Promise<void>)[] = [];

	const run = <Value>(key: string, work: () => Promise<Value>): Promise<Value> => {
		const before = ends.get(key) ?? Promise.resolve();
		const result = before.then(work);
		// The next in line runs whether this one fails or not; its own caller hears of the failure.
		const end = result.then(
			() => undefined,
			() => undefined,
		);
		ends.set(key, end);
		void end.then(() => {
			if (ends.get(key) === end) ends.delete(key);
		});
		return result;
	};
	const runPutOff = () =>
		run('put off', async () => {
			const works = putOff;
			putOff = [];
			for (const work of works) await work();
		});

	return {
		run,
		later(work) {
			if (putOff.push(work) === 1) setImmediate(() => void runPutOff());
		},
		async idle() {
			if (putOff.length > 0) void runPutOff();
			while (ends.size > 0) {
				await Promise.all(ends.values());
				if (putOff.length > 0) void runPutOff();
			}
		},
	};
}
