import { join } from 'node:path';
import type { EmptiedTrash, OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import type { JobState } from '#shared/contract/export.ts';
import type { AddedMedia, NewsroomState } from '#shared/contract/newsroom.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { openIn } from './ask-core.ts';
import { type Acknowledged, backupName, type FaultHost, journalSession } from './fault-host.ts';

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
	run(host: FaultHost, acknowledged: Acknowledged): Promise<Result<unknown>>;
	/** What its acknowledgement promises. */
	promises?(acknowledged: Acknowledged): Promised;
	/** Whether a fresh start finds what was answered. */
	isKept?(host: FaultHost, value: unknown): Promise<boolean>;
	/** Whether the same request may be refused once it has been done. */
	readonly onlyOnce?: boolean;
}

const image = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

const save =
	(reason: string) =>
	async (host: FaultHost, { story, revision }: Acknowledged) => {
		const article = { ...story, standfirst: `Saved ${reason}` };
		return outcomeOf(await host.ask('articles.save', { article, basedOn: revision, reason }));
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
async function runJob(host: FaultHost, name: string, input: unknown): Promise<Result<unknown>> {
	const end = new Promise<JobState>((resolve) => {
		host.core.subscribe((event) => {
			if (event.name === 'jobs.changed' && event.payload.state.kind !== 'running') resolve(event.payload.state);
		});
	});
	const begun = await host.ask(name, input);
	if (!begun.ok) return begun;
	const state = await end;
	if (state.kind === 'failed') return { ok: false, failure: state.failure };
	return state.kind === 'cancelled' ? fail('bug', 'It was cancelled.') : { ok: true, value: null };
}

async function openState(host: FaultHost) {
	const state = await host.must<NewsroomState>('newsroom.current', {});
	return state.kind === 'open' ? state : null;
}

async function changeSettings(host: FaultHost): Promise<Result<unknown>> {
	const state = await openState(host);
	if (state === null) return fail('bug', 'No newsroom is open.');
	return host.ask('newsroom.saveSettings', { newsroom: { ...state.newsroom, siteUrl } });
}

async function opensAgain(host: FaultHost, value: unknown): Promise<boolean> {
	return (await host.ask('articles.get', { id: (value as OpenedArticle).article.id })).ok;
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
		run: async (host, { noted, revision }) => {
			const from = { session: journalSession, version: 2 };
			const note = await host.ask('journal.write', { ...from, basedOn: revision, article: noted });
			if (!note.ok) return note;
			return outcomeOf(await host.ask('articles.save', { article: noted, basedOn: revision, from }));
		},
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{ name: 'articles.create', run: (host) => host.ask('articles.create', { headline: 'New' }), isKept: opensAgain },
	{
		name: 'articles.duplicate',
		run: (host, { story }) => host.ask('articles.duplicate', { id: story.id }),
		isKept: opensAgain,
	},
	{ name: 'articles.trash', onlyOnce: true, run: (host, { story }) => host.ask('articles.trash', { id: story.id }) },
	{
		name: 'articles.restore',
		onlyOnce: true,
		run: (host, { trashed }) => host.ask('articles.restore', { id: trashed.id }),
	},
	{
		name: 'articles.emptyTrash',
		onlyOnce: true,
		run: async (host, { trashed }) => emptiedOf(await host.ask('articles.emptyTrash', { ids: [trashed.id] })),
	},
	{
		name: 'newsroom.saveSettings',
		run: changeSettings,
		isKept: async (host) => (await openState(host))?.newsroom.siteUrl === siteUrl,
	},
	{
		name: 'newsroom.saveCategories',
		run: (host) => host.ask('newsroom.saveCategories', { categories }),
		isKept: async (host) => (await openState(host))?.categories.length === categories.length,
	},
	{
		name: 'newsroom.create',
		run: (host) => host.ask('newsroom.create', { path: join(host.folder, 'new desk'), name: 'New' }),
		onlyOnce: true,
	},
	{
		name: 'media.add',
		run: (host) => host.ask('media.add', { name: 'dot.png', base64: image.toString('base64') }),
		isKept: async (host, value) => {
			const kept = await host.core.readNewsroomFile((await openIn(host.core)) ?? '', (value as AddedMedia).media);
			return kept !== null && image.equals(kept.bytes);
		},
	},
	{
		name: 'journal.write',
		run: (host, { noted, revision }) => {
			const article = { ...noted, standfirst: 'Noted later' };
			return host.ask('journal.write', { session: journalSession, version: 2, basedOn: revision, article });
		},
		promises: () => ({ noted: 'Noted later' }),
	},
	{
		name: 'journal.clear',
		run: (host, { noted }) => host.ask('journal.clear', { session: journalSession, id: noted.id }),
		promises: () => ({ noted: null }),
	},
	{
		name: 'journal.resolve, keeping mine',
		onlyOnce: true,
		run: async (host, { noted, revision }) => {
			const request = { session: journalSession, id: noted.id, keep: 'mine', basedOn: revision };
			return outcomeOf(await host.ask('journal.resolve', request));
		},
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{
		name: 'journal.resolve, keeping theirs',
		onlyOnce: true,
		run: (host, { noted }) => host.ask('journal.resolve', { session: journalSession, id: noted.id, keep: 'theirs' }),
		promises: ({ noted }) => ({ id: noted.id, standfirst: noted.standfirst, noted: null }),
	},
	{
		name: 'history.restore',
		onlyOnce: true,
		run: async (host, { story, revision, firstRevision }) => {
			const request = { id: story.id, revision: firstRevision, basedOn: revision };
			return outcomeOf(await host.ask('history.restore', request));
		},
		promises: ({ story }) => ({ id: story.id, standfirst: 'The first save' }),
	},
	{
		name: 'backup.create',
		run: (host) => runJob(host, 'backup.create', { file: join(host.folder, 'backup.zip'), replace: true }),
	},
	{
		name: 'backup.restore',
		onlyOnce: true,
		run: (host) =>
			runJob(host, 'backup.restore', { file: join(host.folder, backupName), folder: join(host.folder, 'back') }),
	},
];
