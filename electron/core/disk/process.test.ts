import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { hasEnded, processMark, stateOfProcess, thisProcess } from './process.ts';

/** A process that runs until it is killed. */
function sleeper(): { readonly pid: number; kill(): Promise<void> } {
	const child = spawn('sleep', ['60']);
	const closed = once(child, 'close');
	const kill = async () => {
		child.kill('SIGKILL');
		await closed;
	};
	onTestFinished(kill);
	return { pid: child.pid ?? 0, kill };
}

test('a process that runs is alive, one that ended is not, and this one is known', async () => {
	const { pid, kill } = sleeper();
	const other = { ...thisProcess(), pid, started: '' };
	expect(stateOfProcess(other)).toBe('running');
	expect(stateOfProcess(other, new Date())).toBe('running');
	expect(stateOfProcess(thisProcess())).toBe('this');
	await kill();
	expect(stateOfProcess(other)).toBe('ended');
	expect(stateOfProcess({ ...other, computer: 'another' })).toBe('elsewhere');
});

test('what wrote before the computer started has ended, though another process has its number', () => {
	const other = { ...thisProcess(), pid: sleeper().pid, started: '' };
	expect(stateOfProcess(other, new Date(0))).toBe('ended');
});

test.runIf(process.platform === 'linux')('a later process with the same number is told by its start', () => {
	const { pid } = sleeper();
	expect(stateOfProcess({ ...thisProcess(), pid })).toBe('ended');
	expect(stateOfProcess({ ...thisProcess(), started: 'another' })).toBe('ended');
});

test('a mark tells whether its process has ended, and nothing of another computer', async () => {
	const { pid, kill } = sleeper();
	const [computer, , started] = processMark().split('-');
	expect(hasEnded(processMark())).toBe(false);
	// Of a process that wrote no start nothing but its number is known.
	expect(hasEnded(`${computer}-${pid}-e3b0c442`)).toBe(false);
	if (process.platform === 'linux') expect(hasEnded(`${computer}-${pid}-${started}`)).toBe(true);
	await kill();
	expect(hasEnded(`${computer}-${pid}-e3b0c442`)).toBe(true);
	expect(hasEnded(`00000000-${pid}-e3b0c442`)).toBe(false);
});
