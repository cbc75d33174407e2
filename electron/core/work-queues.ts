import { setImmediate } from 'node:timers/promises';

/** Runs work one after another by key, so that two saves of one story never meet. */
export interface WorkQueues {
	/** Runs the work once everything before it under this key has ended; answers what it answers. */
	run<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
	/** Resolves once nothing is running or waiting. */
	idle(): Promise<void>;
}

/** Makes an empty set of queues. */
export function createWorkQueues(): WorkQueues {
	const ends = new Map<string, Promise<unknown>>();
	return {
		run(key, work) {
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
		},
		async idle() {
			while (ends.size > 0) await Promise.all(ends.values());
		},
	};
}

/** Runs work that nobody waits for, once whoever waits now has been answered; it must not fail. */
export function runLater(queues: WorkQueues, work: () => Promise<void>): void {
	void queues.run('later', async () => {
		await setImmediate();
		await work();
	});
}
