import { join } from 'node:path';
import type { EmptiedTrash, OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { JobState } from '#shared/contract/export.ts';
import type { AddedMedia, NewsroomState } from '#shared/contract/newsroom.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { openIn } from './ask-core.ts';
import { type Acknowledged, backupName, type FaultDesk, journalSession } from './fault-desk.ts';

/** What holds of one story once a write was acknowledged: its newest text, and whether its unsaved text was dealt with. */
export interface Promised {
	readonly id?: ArticleId;
	/** The standfirst that its file, the trash or its history must hold. */
	readonly standfirst?: string;
	/** The standfirst that the journal must offer; null when it must not offer any. */
	readonly noted?: string | null;
}

/** One way in which the core writes to the disk. */
export interface WritePath {
	readonly name: string;
	run(desk: FaultDesk, acknowledged: Acknowledged): Promise<Result<unknown>>;
	/** What its acknowledgement promises. */
	promises?(acknowledged: Acknowledged): Promised;
	/** Whether a fresh start finds what was answered. */
	isKept?(desk: FaultDesk, value: unknown): Promise<boolean>;
	/** Whether the same request may be refused once it has been done. */
	readonly onlyOnce?: boolean;
}

const image = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

const save =
	(reason: string) =>
	async (desk: FaultDesk, { story, revision }: Acknowledged) => {
		const article = { ...story, standfirst: `Saved ${reason}` };
		return outcomeOf(await desk.ask('articles.save', { article, basedOn: revision, reason }));
	};

/** The code for what the contract answers in other words than a failure: that nothing was saved or deleted. */
export const notDone = 'exists';

/** What is not saved was not acknowledged, whatever the way in which that is said. */
function outcomeOf(result: Result<unknown>): Result<unknown> {
	if (!result.ok) return result;
	const outcome = result.value as SaveOutcome | { readonly kind: 'discarded' };
	switch (outcome.kind) {
		case 'saved':
		case 'discarded':
			return result;
		case 'conflict':
			return fail(notDone, 'Somebody else saved since.');
		case 'gone':
			return fail(notDone, outcome.reason);
	}
}

async function emptiedOf(result: Result<unknown>): Promise<Result<unknown>> {
	if (!result.ok) return result;
	const [kept] = (result.value as EmptiedTrash).kept;
	return kept === undefined ? result : fail(notDone, kept.reason);
}

/** Runs a job to its end. */
async function runJob(desk: FaultDesk, name: string, input: unknown): Promise<Result<unknown>> {
	const end = new Promise<JobState>((resolve) => {
		desk.core.subscribe((event) => {
			if (event.name === 'jobs.changed' && event.payload.state.kind !== 'running') resolve(event.payload.state);
		});
	});
	const begun = await desk.ask(name, input);
	if (!begun.ok) return begun;
	const state = await end;
	if (state.kind === 'failed') return { ok: false, failure: state.failure };
	return state.kind === 'cancelled' ? fail('bug', 'It was cancelled.') : { ok: true, value: null };
}

async function openState(desk: FaultDesk) {
	const state = await desk.must<NewsroomState>('newsroom.current', {});
	return state.kind === 'open' ? state : null;
}

async function changeSettings(desk: FaultDesk): Promise<Result<unknown>> {
	const state = await openState(desk);
	if (state === null) return fail('bug', 'No newsroom is open.');
	return desk.ask('newsroom.saveSettings', { newsroom: { ...state.newsroom, siteUrl } });
}

async function opensAgain(desk: FaultDesk, value: unknown): Promise<boolean> {
	return (await desk.ask('articles.get', { id: (value as OpenedArticle).article.id })).ok;
}

const siteUrl = 'https://desk.example';
const categories = [{ slug: 'world', label: 'World', parent: null, colour: null, uri: null }];

/**
 * Every way in which the core writes through its disk. The export writes past it, into a tree of its own that is swapped
 * in whole (export-kill.test.ts); so does the time of an image that is added again, which is no content.
 */
export const writePaths: readonly WritePath[] = [
	{
		name: 'articles.save by itself',
		run: save('auto'),
		promises: ({ story }) => ({ id: story.id, standfirst: 'Saved auto' }),
	},
	{
		name: 'articles.save by hand, with its note in the history',
		run: save('explicit'),
		promises: ({ story }) => ({ id: story.id, standfirst: 'Saved explicit' }),
	},
	{
		name: 'articles.save of what the journal holds, which clears it',
		run: async (desk, { noted, revision }) => {
			const from = { session: journalSession, version: 2 };
			const note = await desk.ask('journal.write', { ...from, basedOn: revision, article: noted });
			if (!note.ok) return note;
			return outcomeOf(await desk.ask('articles.save', { article: noted, basedOn: revision, from }));
		},
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{ name: 'articles.create', run: (desk) => desk.ask('articles.create', { headline: 'New' }), isKept: opensAgain },
	{
		name: 'articles.duplicate',
		run: (desk, { story }) => desk.ask('articles.duplicate', { id: story.id }),
		isKept: opensAgain,
	},
	{ name: 'articles.trash', onlyOnce: true, run: (desk, { story }) => desk.ask('articles.trash', { id: story.id }) },
	{
		name: 'articles.restore',
		onlyOnce: true,
		run: (desk, { trashed }) => desk.ask('articles.restore', { id: trashed.id }),
	},
	{
		name: 'articles.emptyTrash',
		onlyOnce: true,
		run: async (desk, { trashed }) => emptiedOf(await desk.ask('articles.emptyTrash', { ids: [trashed.id] })),
	},
	{
		name: 'newsroom.saveSettings',
		run: changeSettings,
		isKept: async (desk) => (await openState(desk))?.newsroom.siteUrl === siteUrl,
	},
	{
		name: 'newsroom.saveCategories',
		run: (desk) => desk.ask('newsroom.saveCategories', { categories }),
		isKept: async (desk) => (await openState(desk))?.categories.length === categories.length,
	},
	{
		name: 'newsroom.create',
		run: (desk) => desk.ask('newsroom.create', { path: join(desk.folder, 'new desk'), name: 'New' }),
		onlyOnce: true,
	},
	{
		name: 'media.add',
		run: (desk) => desk.ask('media.add', { name: 'dot.png', base64: image.toString('base64') }),
		isKept: async (desk, value) => {
			const kept = await desk.core.readNewsroomFile((await openIn(desk.core)) ?? '', (value as AddedMedia).media);
			return kept !== null && image.equals(kept.bytes);
		},
	},
	{
		name: 'journal.write',
		run: (desk, { noted, revision }) => {
			const article = { ...noted, standfirst: 'Noted later' };
			return desk.ask('journal.write', { session: journalSession, version: 2, basedOn: revision, article });
		},
		promises: () => ({ noted: 'Noted later' }),
	},
	{
		name: 'journal.clear',
		run: (desk, { noted }) => desk.ask('journal.clear', { session: journalSession, id: noted.id }),
		promises: () => ({ noted: null }),
	},
	{
		name: 'journal.resolve, keeping mine',
		onlyOnce: true,
		run: async (desk, { noted, revision }) => {
			const request = { session: journalSession, id: noted.id, keep: 'mine', basedOn: revision };
			return outcomeOf(await desk.ask('journal.resolve', request));
		},
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{
		name: 'journal.resolve, keeping theirs',
		onlyOnce: true,
		run: (desk, { noted }) => desk.ask('journal.resolve', { session: journalSession, id: noted.id, keep: 'theirs' }),
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{
		name: 'history.restore',
		onlyOnce: true,
		run: async (desk, { story, revision, firstRevision }) => {
			const request = { id: story.id, revision: firstRevision, basedOn: revision };
			return outcomeOf(await desk.ask('history.restore', request));
		},
		promises: ({ story }) => ({ id: story.id, standfirst: 'The first save' }),
	},
	{
		name: 'backup.create',
		run: (desk) => runJob(desk, 'backup.create', { file: join(desk.folder, 'backup.zip'), replace: true }),
	},
	{
		name: 'backup.restore',
		onlyOnce: true,
		run: (desk) =>
			runJob(desk, 'backup.restore', { file: join(desk.folder, backupName), folder: join(desk.folder, 'back') }),
	},
];
