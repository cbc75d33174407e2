import { type ProcessName, stateOfProcess } from '../../disk/process.ts';

/** After so long without a step, an act on a computer that nobody here sees counts as cut off, in milliseconds. */
const longestSilence = 10 * 60_000;

/** Whether another Galley is at work with an act, of which something was last written down then. */
export function isAtWork(by: ProcessName, changedAt: Date): boolean {
	switch (stateOfProcess(by, changedAt)) {
		case 'running':
			return true;
		case 'elsewhere':
			return Date.now() - changedAt.getTime() < longestSilence;
		// The acts of this process come one after another.
		case 'this':
		case 'ended':
			return false;
	}
}
