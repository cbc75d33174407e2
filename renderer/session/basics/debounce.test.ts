import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { debounce } from './debounce.ts';
import { throttle } from './throttle.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** Calls every 50 ms for so long. */
function callFor(milliseconds: number, call: () => void) {
	for (let passed = 0; passed < milliseconds; passed += 50) {
		call();
		vi.advanceTimersByTime(50);
	}
}

test('work is debounced until the calls stop', () => {
	const work = vi.fn();
	const later = debounce(work, 100);
	callFor(1000, later.call);
	expect(work).not.toHaveBeenCalled();
	vi.advanceTimersByTime(50);
	expect(work).toHaveBeenCalledTimes(1);
});

test('calls that never stop hold debounced work up for the longest wait only', () => {
	const work = vi.fn();
	const later = debounce(work, 100, 400);
	callFor(1000, later.call);
	expect(work).toHaveBeenCalledTimes(2);
});

test('work is throttled to once for all calls of a pause', () => {
	const work = vi.fn();
	const later = throttle(work, 200);
	callFor(1000, later.call);
	expect(work).toHaveBeenCalledTimes(5);
});

test('what was cancelled is not done, and the next call begins anew', () => {
	const work = vi.fn();
	for (const later of [debounce(work, 100, 150), throttle(work, 100)]) {
		work.mockClear();
		later.call();
		vi.advanceTimersByTime(90);
		later.cancel();
		vi.advanceTimersByTime(1000);
		expect(work).not.toHaveBeenCalled();
		later.call();
		vi.advanceTimersByTime(99);
		expect(work).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(work).toHaveBeenCalledTimes(1);
	}
});
