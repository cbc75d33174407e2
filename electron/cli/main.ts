import { Command, CommanderError, Option } from 'commander';
import { exportFormats } from '#core/export/formats/index.ts';
import { readerNoteKinds } from '#shared/document/corrections/reader-note.ts';
import { FailureError } from '#shared/failure.ts';
import { usualFormat } from '#shared/model/target.ts';
import { type BackupOptions, backupCommand, type RestoreOptions, restoreCommand } from './backup-command.ts';
import { type CheckOptions, checkCommand } from './check-command.ts';
import { exitCode, exitCodeHelp } from './exit-code.ts';
import { type ExportOptions, exportCommand } from './export-command.ts';
import { type LogOptions, logCommand, type RollbackOptions, rollbackCommand } from './log-command.ts';
import { UsageError } from './open-for-command.ts';
import { type PublishOptions, publishCommand } from './publish-command.ts';
import { type ServeOptions, serveCommand } from './serve-command.ts';
import { type TidyOptions, tidyCommand } from './tidy-command.ts';

/** Gathers an option that may be given several times. */
const oneMore = (value: string, before: readonly string[] = []): string[] => [...before, value];

const say = (text: string) => console.log(text);

function makeProgram(end: (code: number) => void): Command {
	const program = new Command('galley')
		.description('Checks, exports and backs up the stories of a Galley newsroom, and serves it to a browser.')
		.version(import.meta.env.GALLEY_VERSION)
		.helpCommand(false)
		.addHelpText('after', exitCodeHelp)
		.exitOverride();
	program
		.command('export')
		.description('Writes stories for sites: as publishable JSON with their pictures, or in another format.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.option('--out <folder>', 'the folder to export to; what Galley did not write there stays')
		.option('--target <name>', 'or a target of the newsroom, which says what goes there and as what')
		.option('--all', 'every published story (this is what happens without --slug)')
		.option('--slug <slug>', 'a story that is ready or published; may be given several times', oneMore)
		.option('--ready', 'also every story that is ready; for a site that only the newsroom sees')
		.option('--drafts', 'with --slug: also a draft or a story in review, marked by its status; no list names it')
		.addOption(
			new Option('--format <name>', `what the stories are written as; ${usualFormat} without it`).choices(
				exportFormats.map(({ name }) => name),
			),
		)
		.option('--dry-run', 'say what would happen, and write nothing')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: ExportOptions) => end(await exportCommand(options, say)));
	program
		.command('publish')
		.description(
			'Publishes stories, or the changes of published ones, and writes the targets that publishing writes; other sites get them with the next export.',
		)
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.option('--slug <slug>', 'a story, whatever its status; may be given several times', oneMore)
		.addOption(
			new Option('--as <kind>', 'with --slug: what changes are to readers').choices(readerNoteKinds).default('fix'),
		)
		.option('--note <text>', 'with --as correction or clarification: what readers are told')
		.option('--due', 'every ready story whose scheduled time has come; for cron')
		.option('--dry-run', 'with --due: say which are due, and publish nothing')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: PublishOptions) => end(await publishCommand(options, say)));
	program
		.command('log')
		.description('Says what was exported to the targets of a newsroom: when, by whom, and which stories.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.option('--target <name>', 'only this target')
		.option('--limit <number>', 'so many lines of each target, the newest; 20 without it')
		.option('--json', 'print the log as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: LogOptions) => end(await logCommand(options, say)));
	program
		.command('rollback')
		.description('Brings a target back to one of its last ten exports, byte for byte.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.requiredOption('--target <name>', 'the target')
		.option('--to <number>', 'the number of an export, as “galley log” has it; without it, the one before the present')
		.option('--dry-run', 'say which stories it concerns, and change nothing')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: RollbackOptions) => end(await rollbackCommand(options, say)));
	program
		.command('check')
		.description('Says what keeps stories from being published: errors block an export, warnings do not.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.option('--slug <slug>', 'a story; may be given several times', oneMore)
		.option('--ready', 'only stories that are ready or published')
		.option('--json', 'print the problems as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: CheckOptions) => end(await checkCommand(options, say)));
	program
		.command('backup')
		.description('Writes the whole newsroom to a zip file and reads it back to prove that it is right.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.requiredOption('--out <file>', 'the zip file to make, outside the newsroom')
		.option('--replace', 'replace an earlier backup of that name, once the new backup is proved right')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: BackupOptions) => end(await backupCommand(options, say)));
	program
		.command('restore')
		.description('Brings a backup back, after checking every hash in it.')
		.requiredOption('--from <file>', 'the backup')
		.requiredOption('--to <folder>', 'a folder that is missing or empty')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: RestoreOptions) => end(await restoreCommand(options, say)));
	program
		.command('tidy')
		.description('Removes images that no story, trashed story, revision or unsaved work refers to, after a day.')
		.requiredOption('--newsroom <path>', 'the folder that holds newsroom.json')
		.option('--dry-run', 'say what would be removed, and remove nothing')
		.option('--json', 'print the report as JSON')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: TidyOptions) => end(await tidyCommand(options, say)));
	program
		.command('serve')
		.description('Opens a newsroom for browsers on this computer, and prints the address. Ctrl-C ends it.')
		.option('--newsroom <path>', 'the folder that holds newsroom.json; without it, the last one')
		.option('--port <number>', 'the port; without it, any that is free')
		.addHelpText('after', exitCodeHelp)
		.action(async (options: ServeOptions) => end(await serveCommand(options)));
	return program;
}

/** Runs the command and answers its exit code; what went wrong is told on stderr in one sentence. */
async function run(args: readonly string[]): Promise<number> {
	let code: number = exitCode.fine;
	try {
		const program = makeProgram((ended) => {
			code = ended;
		});
		await program.parseAsync([...args], { from: 'user' });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
		console.error(error instanceof Error ? error.message : String(error));
		if (error instanceof UsageError) return exitCode.usage;
		if (error instanceof FailureError) {
			return error.failure.code === 'cancelled' ? exitCode.interrupted : exitCode.unusable;
		}
		if (error instanceof Error && error.stack) console.error(error.stack);
		return exitCode.unusable;
	}
}

process.exitCode = await run(process.argv.slice(2));
