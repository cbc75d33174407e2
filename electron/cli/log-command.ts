import { findTarget, logOf, planTargetRollBack, rollTargetBack } from '#core/targets/target-exports.ts';
import type { LogEntry, LoggedStory } from '#shared/contract/targets.ts';
import { exitCode } from './exit-code.ts';
import { openForCommand, UsageError } from './open-for-command.ts';

/** The options of `galley log`. */
export interface LogOptions {
	readonly newsroom: string;
	readonly target?: string | undefined;
	readonly limit?: string | undefined;
	readonly json?: boolean | undefined;
}

/** The options of `galley rollback`. */
export interface RollbackOptions {
	readonly newsroom: string;
	readonly target: string;
	readonly to?: string | undefined;
	readonly dryRun?: boolean | undefined;
	readonly json?: boolean | undefined;
}

/** Prints the log of the targets, the newest line of each first; answers the exit code. */
export async function logCommand(options: LogOptions, say: (text: string) => void): Promise<number> {
	const limit = numberOf(options.limit, '--limit') ?? 20;
	const newsroom = await openForCommand(options.newsroom);
	try {
		const { targets } = newsroom.folder().newsroom;
		const asked = options.target === undefined ? targets : [findTarget(newsroom, options.target)];
		const logs: { target: string; lines: LogEntry[] }[] = [];
		for (const target of asked) logs.push({ target: target.name, lines: await logOf(newsroom, target, limit) });
		say(options.json ? JSON.stringify({ logs }, null, 2) : logText(logs));
		return exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

/** Brings a target back, or says what that would do; answers the exit code. */
export async function rollbackCommand(options: RollbackOptions, say: (text: string) => void): Promise<number> {
	const to = numberOf(options.to, '--to');
	const newsroom = await openForCommand(options.newsroom);
	try {
		const target = findTarget(newsroom, options.target);
		const act = options.dryRun ? planTargetRollBack : rollTargetBack;
		const report = await act(newsroom, target, to);
		const { stories, at } = report;
		const head = options.dryRun ? 'would be brought back' : 'is brought back';
		const text = [`${target.name} ${head} to export ${report.to} of ${at}:`, ...stories.map(storyText)];
		say(options.json ? JSON.stringify(report, null, 2) : text.join('\n'));
		return exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

function numberOf(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`${name} takes a number from 1.`);
	return Number(text);
}

function logText(logs: readonly { target: string; lines: readonly LogEntry[] }[]): string {
	if (logs.length === 0) return 'The newsroom has no targets.';
	return logs
		.flatMap(({ target, lines }) => [
			lines.length === 0 ? `${target}: nothing was exported yet.` : `${target}:`,
			...lines.flatMap((line) => [lineText(line), ...line.stories.slice(0, 10).map(storyText), ...more(line.stories)]),
		])
		.join('\n');
}

const kindWords: Readonly<Record<LogEntry['kind'], string>> = {
	export: 'export',
	'roll back': 'roll back to',
	found: 'found there',
};

function lineText({ number, kind, to, at, who, isNow, canRollBack }: LogEntry): string {
	const what = `${kindWords[kind]}${to === null ? '' : ` ${to}`}`;
	const note = isNow ? ', as it is now' : canRollBack ? ', can be gone back to' : '';
	return `${String(number).padStart(4)}  ${at}  ${what}${who === '' ? '' : ` by ${who}`}${note}`;
}

function storyText({ what, headline }: LoggedStory): string {
	return `      ${what.padEnd(8)} ${headline}`;
}

function more(stories: readonly LoggedStory[]): string[] {
	return stories.length > 10 ? [`      and ${stories.length - 10} more stories`] : [];
}
