import type { OpenNewsroom } from '#core/newsroom/open-newsroom.ts';
import { dueStories, publishDue } from '#core/publish/publish-due.ts';
import { type Publication, publishStory } from '#core/publish/publish-story.ts';
import { ReaderNote } from '#shared/document/corrections/reader-note.ts';
import { FailureError } from '#shared/failure.ts';
import { type ArticleId, CorrectionKind } from '#shared/model/article.ts';
import { exitCode } from './exit-code.ts';
import { idsOfSlugs, openForCommand, UsageError } from './open-for-command.ts';

/** The options of `galley publish`. */
export interface PublishOptions {
	readonly newsroom: string;
	readonly slug?: readonly string[] | undefined;
	/** What changes are to readers: a silent fix when it is left out. */
	readonly as?: string | undefined;
	/** What readers are told with a correction or a clarification. */
	readonly note?: string | undefined;
	readonly due?: boolean | undefined;
	readonly dryRun?: boolean | undefined;
	readonly json?: boolean | undefined;
}

/** One story of the report. */
interface PublishedStory {
	readonly id: ArticleId;
	readonly headline: string;
	readonly outcome: Publication | 'due' | 'refused';
	/** Why it was refused; null when it was not. */
	readonly reason: string | null;
}

/** Publishes stories, or says which are due; answers the exit code. */
export async function publishCommand(options: PublishOptions, say: (text: string) => void): Promise<number> {
	const { slug, due = false, dryRun = false } = options;
	if (due === (slug !== undefined)) throw new UsageError('Give --due or --slug, one of the two.');
	if (dryRun && !due) throw new UsageError('--dry-run goes with --due; “galley check” says what keeps a story back.');
	const note = noteOf(options);
	const newsroom = await openForCommand(options.newsroom);
	try {
		const stories = slug === undefined ? await ofSchedule(newsroom, dryRun) : await bySlug(newsroom, slug, note);
		say(options.json ? JSON.stringify({ stories }, null, 2) : reportText(stories));
		return stories.some(({ outcome }) => outcome === 'refused') ? exitCode.problems : exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

async function ofSchedule(newsroom: OpenNewsroom, dryRun: boolean): Promise<PublishedStory[]> {
	const due = await dueStories(newsroom);
	if (dryRun) return due.map(({ id, headline }) => ({ id, headline, outcome: 'due', reason: null }));
	const { published, failed } = await publishDue(newsroom, due);
	return [
		...published.map(({ id, headline }) => ({ id, headline, outcome: 'published' as const, reason: null })),
		...failed.map(({ id, headline, reason }) => ({ id, headline, outcome: 'refused' as const, reason })),
	];
}

/** What readers are told; options that do not go together are a `UsageError`. */
function noteOf({ as = 'fix', note, due }: PublishOptions): ReaderNote {
	const isNote = CorrectionKind.safeParse(as).success;
	if (isNote !== (note !== undefined)) {
		throw new UsageError('--note goes with --as correction or --as clarification, and each of them needs it.');
	}
	if (due === true && as !== 'fix') throw new UsageError('--as goes with --slug.');
	const parsed = ReaderNote.safeParse(isNote ? { kind: as, text: note } : { kind: as });
	if (!parsed.success) throw new UsageError('--note has to say something, in at most 2,000 characters.');
	return parsed.data;
}

async function bySlug(newsroom: OpenNewsroom, slugs: readonly string[], note: ReaderNote): Promise<PublishedStory[]> {
	const stories: PublishedStory[] = [];
	for (const id of idsOfSlugs(newsroom, slugs)) {
		const { headline } = (await newsroom.articles.open(id)).article;
		try {
			stories.push({ id, headline, outcome: await publishStory(newsroom, id, null, { note }), reason: null });
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			stories.push({ id, headline, outcome: 'refused', reason: error.failure.message });
		}
	}
	return stories;
}

const outcomeWords: Readonly<Record<PublishedStory['outcome'], string>> = {
	published: 'published',
	changes: 'changes published',
	already: 'already published',
	due: 'due',
	refused: 'refused',
};

function reportText(stories: readonly PublishedStory[]): string {
	if (stories.length === 0) return 'No story is due.';
	return stories
		.map(
			({ headline, outcome, reason }) =>
				`${outcomeWords[outcome].padEnd(17)} ${headline}${reason === null ? '' : `\n    ${reason}`}`,
		)
		.join('\n');
}
