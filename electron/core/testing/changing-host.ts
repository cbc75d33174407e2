import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import type { BulkReport } from '#shared/contract/bulk.ts';

/** A process of its own that has a newsroom open and changes all its stories; see change-many.ts. */
export interface ChangingHost {
	/** Lets it begin. */
	begin(): void;
	/** Resolves once it has changed so many stories, or has ended. */
	hasChanged(count: number): Promise<void>;
	/** What came of it; throws when it did not come to its end. */
	report(): Promise<BulkReport>;
	/** Kills it with SIGKILL and answers the stories that it had changed by its own account. */
	kill(): Promise<string[]>;
}

/** Starts the process and resolves once it has read the newsroom; `script` is that, bundled. */
export async function startChangingHost(script: string, newsroom: string, change: unknown): Promise<ChangingHost> {
	const child = spawn(process.execPath, [script, newsroom, JSON.stringify(change)], { stdio: 'pipe' });
	onTestFinished(() => void child.kill('SIGKILL'));
	const output = listen(child);
	await output.until((lines) => lines.includes('open'));
	const changed = () =>
		output.lines().flatMap((line) => (line.startsWith('changed ') ? [line.slice('changed '.length)] : []));
	return {
		begin: () => void child.stdin.write('\n'),
		hasChanged: (count) => output.until(() => changed().length >= count),
		report: async () => {
			await output.end;
			const told = output.lines().find((line) => line.startsWith('report '));
			if (told === undefined) throw new Error(`the change did not come to its end: ${output.errors()}`);
			return JSON.parse(told.slice('report '.length));
		},
		kill: async () => {
			child.kill('SIGKILL');
			await output.end;
			return changed();
		},
	};
}

/** What a process prints, line by line; a line that was cut off by its death is none. */
function listen(child: ChildProcess) {
	let text = '';
	let errors = '';
	let hasEnded = false;
	const waiting = new Set<() => void>();
	const wake = () => {
		for (const look of [...waiting]) look();
	};
	child.stdout?.on('data', (chunk: Buffer) => {
		text += chunk.toString('utf8');
		wake();
	});
	child.stderr?.on('data', (chunk: Buffer) => {
		errors += chunk.toString('utf8');
	});
	const end = new Promise<void>((resolve) => {
		child.on('close', () => {
			hasEnded = true;
			wake();
			resolve();
		});
	});
	const lines = () => text.split('\n').slice(0, -1);
	return {
		end,
		lines,
		errors: () => errors,
		until: (isSo: (lines: string[]) => boolean): Promise<void> =>
			new Promise((resolve) => {
				const look = () => {
					if (!hasEnded && !isSo(lines())) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			}),
	};
}
