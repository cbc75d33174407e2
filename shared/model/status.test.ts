import { expect, test } from 'vitest';
import { exportedStatuses, listedStatuses, PublishableStatus, Status, statusEntry, waitingStatuses } from './status.ts';

test('no two statuses share a name, a queue or a place in the index', () => {
	const entries = Status.options.map(statusEntry);
	const unique: readonly (readonly (string | number)[])[] = [
		entries.map(({ label }) => label),
		entries.map(({ queue }) => queue.label),
		entries.map(({ code }) => code),
	];
	for (const values of unique) expect(new Set(values).size).toBe(values.length);
});

test('the index numbers statuses without a gap', () => {
	const codes = Status.options.map((status) => statusEntry(status).code).sort((a, b) => a - b);
	expect(codes).toEqual(codes.map((_, index) => index));
});

test('what is exported and what still waits for its time', () => {
	expect(exportedStatuses).toEqual(['published']);
	expect(listedStatuses).toEqual(['ready', 'published']);
	expect(PublishableStatus.options).toEqual(['draft', 'review', 'ready', 'published']);
	expect(waitingStatuses).toEqual(['draft', 'review', 'ready']);
});
