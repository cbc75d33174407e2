import type { OpenNewsroom } from '#core/newsroom/open-newsroom.ts';
import { dueStories, heldBy, publishDue } from '#core/publish/publish-due.ts';
import { type Publication, publishStory } from '#core/publish/publish-story.ts';
import { createTargetKeeper } from '#core/targets/keep-targets.ts';
import type { DueStory } from '#shared/contract/publish.ts';
import type { TargetState } from '#shared/contract/targets.ts';
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
	readonly outcome: Publication | 'due' | 'held' | 'refused';
	/** Why it was refused, or waits for somebody to lift its embargo; else null. */
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
		const keeper = createTargetKeeper(() => {}, newsroom.log);
		const work = () => (slug === undefined ? ofSchedule(newsroom, dryRun) : bySlug(newsroom, slug, note));
		const stories = dryRun ? await work() : await keeper.publishing(newsroom, slug !== undefined, work);
		await keeper.idle();
		const targets = (await keeper.states(newsroom))
			.filter(({ onPublish }) => onPublish)
			.map(({ name, standing }) => ({ name, standing }));
		say(options.json ? JSON.stringify({ stories, targets }, null, 2) : reportText(stories, targets));
		const isBehind = !dryRun && targets.some(({ standing }) => standing.kind === 'behind');
		return isBehind || stories.some(({ outcome }) => outcome === 'refused') ? exitCode.problems : exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

async function ofSchedule(newsroom: OpenNewsroom, dryRun: boolean): Promise<PublishedStory[]> {
	const due = await dueStories(newsroom);
	if (dryRun) return Promise.all(due.map((story) => foreseen(newsroom, story)));
	const { published, failed, held } = await publishDue(newsroom, due);
	return [
		...held.map(({ id, headline, reason }) => ({ id, headline, outcome: 'held' as const, reason })),
		...published.map(({ id, headline }) => ({ id, headline, outcome: 'published' as const, reason: null })),
		...failed.map(({ id, headline, reason }) => ({ id, headline, outcome: 'refused' as const, reason })),
	];
}

async function foreseen({ articles }: OpenNewsroom, { id, headline }: DueStory): Promise<PublishedStory> {
	const file = await articles.read(id);
	const reason = file.kind === 'article' ? heldBy(file.article) : null;
	return { id, headline, outcome: reason === null ? 'due' : 'held', reason };
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
	held: 'held',
	refused: 'refused',
};

function reportText(stories: readonly PublishedStory[], targets: readonly Pick<TargetState, 'name' | 'standing'>[]) {
	const lines = stories.map(
		({ headline, outcome, reason }) =>
			`${outcomeWords[outcome].padEnd(17)} ${headline}${reason === null ? '' : `\n    ${reason}`}`,
	);
	if (lines.length === 0) lines.push('No story is due.');
	for (const { name, standing } of targets) {
		if (standing.kind === 'behind') lines.push(`${name} is behind: ${standing.reason}`);
		if (standing.kind === 'rolled back') {
			lines.push(`${name} stays as it was taken back; “galley export --target” brings it up to date.`);
		}
	}
	return lines.join('\n');
}
