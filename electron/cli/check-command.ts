import { closeProblems } from '#core/export/close-problems.ts';
import { createPictures } from '#core/export/pictures.ts';
import { readStories } from '#core/export/read-stories.ts';
import { exportSourceOf } from '#core/services/export-source-of.ts';
import { type DamagedFile, StoryFilter } from '#shared/contract/articles.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import type { Problem } from '#shared/model/problem.ts';
import { listedStatuses } from '#shared/model/status.ts';
import { exitCode } from './exit-code.ts';
import { idsOfSlugs, openForCommand } from './open-for-command.ts';

/** The options of `galley check`. */
export interface CheckOptions {
	readonly newsroom: string;
	readonly slug?: readonly string[] | undefined;
	readonly ready?: boolean | undefined;
	readonly json?: boolean | undefined;
}

interface CheckedStory {
	readonly id: string;
	readonly slug: string;
	readonly headline: string;
	readonly status: string;
	readonly problems: readonly Problem[];
}

/** Runs the readiness checks; answers the exit code. */
export async function checkCommand(options: CheckOptions, say: (text: string) => void): Promise<number> {
	const newsroom = await openForCommand(options.newsroom);
	try {
		const source = exportSourceOf(newsroom);
		const pictures = createPictures(source);
		const only = options.slug === undefined ? null : idsOfSlugs(newsroom, options.slug);
		const all = await source.stories({ kind: 'filter', filter: StoryFilter.parse({}), except: [] });
		const chosen = all.filter(({ id, status }) =>
			only === null ? !options.ready || listedStatuses.includes(status) : only.includes(id),
		);
		const stories: CheckedStory[] = [];
		const ids = chosen.map(({ id }) => id);
		for await (const { id, file, linked } of readStories(source, ids)) {
			// A damaged file is told of below.
			if (file.kind !== 'article') continue;
			const { slug, headline, status } = file.article;
			const problems = await closeProblems(source, file.article, pictures, linked);
			stories.push({ id, slug, headline, status, problems });
		}
		const damaged = only === null ? [...newsroom.articles.damaged.values()] : [];
		const { faults } = checksOf(source.folder.newsroom);
		say(
			options.json
				? JSON.stringify({ stories, damaged, settings: faults }, null, 2)
				: checkText(stories, damaged, faults),
		);
		const hasErrors = stories.some(({ problems }) => problems.some((problem) => problem.severity === 'error'));
		return hasErrors || damaged.length > 0 ? exitCode.problems : exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

function checkText(
	stories: readonly CheckedStory[],
	damaged: readonly DamagedFile[],
	faults: readonly string[],
): string {
	const lines: string[] = [];
	const counts = { error: 0, warning: 0 };
	for (const { slug, status, problems } of stories) {
		if (problems.length > 0) lines.push(`${slug} (${status})`);
		for (const { severity, message } of problems) {
			counts[severity] += 1;
			lines.push(`  ${severity.padEnd(8)}${message}.`);
		}
	}
	for (const { path, reason, line } of damaged)
		lines.push(`${path}${line === null ? '' : `:${line}`} is damaged. ${reason}`);
	for (const fault of faults) lines.push(`newsroom.json: ${fault}. It counts as not written.`);
	lines.push(
		`Stories checked: ${stories.length}. Errors: ${counts.error}. Warnings: ${counts.warning}. Damaged files: ${damaged.length}.`,
	);
	return lines.join('\n');
}
