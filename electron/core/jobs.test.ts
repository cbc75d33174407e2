import { expect, test } from 'vitest';
import type { JobState } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import { createJobRunner } from './jobs.ts';

const report = {
	folder: '/out',
	stories: [],
	written: 1,
	unchanged: 0,
	removed: 0,
	removedStories: [],
	unreplaced: [],
	media: 0,
	blocked: [],
	edited: [],
	next: null,
};

function makeRunner() {
	const told: [string, JobState][] = [];
	const logged: unknown[] = [];
	const runner = createJobRunner(
		(job, state) => told.push([job, state]),
		(message) => logged.push(message),
	);
	return { told, logged, runner };
}

test('a job tells its progress and its end, never before its id is known', async () => {
	const { runner, told } = makeRunner();
	const job = runner.start(async ({ onProgress }) => {
		onProgress(1, 2);
		onProgress(2, 2);
		return { kind: 'finished', report };
	});
	expect(told).toEqual([]);
	await runner.idle();
	expect(told).toEqual([
		[job, { kind: 'running', done: 1, total: 2 }],
		[job, { kind: 'running', done: 2, total: 2 }],
		[job, { kind: 'finished', report }],
	]);
	expect(runner.cancel(job)).toBe(false);
});

test('a job that is cancelled or fails says so', async () => {
	const { runner, told, logged } = makeRunner();
	const waiting = runner.start(
		({ signal }) =>
			new Promise((_resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
			}),
	);
	const full = runner.start(() => Promise.reject(new FailureError('disk', 'The disk is full.')));
	const broken = runner.start(() => Promise.reject(new TypeError('x is undefined')));
	await new Promise((resolve) => setImmediate(resolve));
	expect(runner.cancel(waiting)).toBe(true);
	await runner.idle();
	expect(Object.fromEntries(told)).toMatchObject({
		[waiting]: { kind: 'cancelled' },
		[full]: { kind: 'failed', failure: { code: 'disk' } },
		[broken]: { kind: 'failed', failure: { code: 'bug', message: expect.not.stringContaining('undefined') } },
	});
	expect(logged).toEqual(['a job failed']);
});
