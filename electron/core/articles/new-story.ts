import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import { Article, type ArticleId, articleSchemaUrn, newDates } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { slugify } from '#shared/text/slug.ts';
import { atomicCreate } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom, makeFoldersInside } from '../disk/newsroom-path.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { type ArticleFile, changedArticleFile, newArticleFile } from './article-file.ts';
import { lastLive } from './live/next-file.ts';
import { opened, readStory, type StoryFile } from './open-story.ts';
import { claimSlug } from './state/claim-slug.ts';
import { noteStory, type StoreState } from './state/store-state.ts';
import { saved } from './write-story.ts';

/** What a draft is made with beside its headline. */
export type DraftContent = Partial<Pick<Article, 'standfirst' | 'body'>>;

/** Makes a draft with the newsroom's defaults, empty but for what it is given. */
export async function createStory(
	state: StoreState,
	headline: string,
	content: DraftContent = {},
): Promise<OpenedArticle> {
	const { language, comments } = state.folder().newsroom;
	const now = state.now().toISOString();
	const dates = { created: now, updated: now };
	const make = (id: ArticleId, slug: Slug) =>
		newArticleFile(
			Article.parse({ $schema: articleSchemaUrn, id, slug, language, headline, comments, dates, ...content }),
		);
	return opened(state, await addStory(state, make, slugify(headline)));
}

/** Whether this is an empty draft as it was made, which nobody has changed since. */
export function isUntouched(article: Article): boolean {
	const { $schema, id, slug, language, comments, dates } = article;
	return isDeepStrictEqual(article, Article.parse({ $schema, id, slug, language, comments, dates }));
}

/** Copies a story, with everything in its file, into a new draft with its own id, slug and dates and without corrections and former addresses. */
export async function duplicateStory(state: StoreState, id: ArticleId): Promise<OpenedArticle> {
	await mustBeWritable(state.disk, state.folder());
	const file = await readStory(state, id);
	if (file.kind !== 'article') throw new FailureError('not-found', 'There is no such story to copy any more.', id);
	if (file.readOnly !== null) throw new FailureError('newer-format', file.readOnly, file.path);
	const dates = newDates(state.now().toISOString());
	const make = (newId: ArticleId, slug: Slug) =>
		changedArticleFile(
			file,
			{
				...file.article,
				id: newId,
				slug,
				status: 'draft',
				corrections: [],
				withdrawal: null,
				formerSlugs: [],
				embargo: { untilLifted: false, reason: '' },
				statusHistory: [],
				dates,
			},
			null,
		);
	return opened(state, await addStory(state, make, file.article.slug));
}

/**
 * Makes a file for a story that has none to save over; under another id while the old file may come back. Readers of a
 * published one keep what they had, as nobody has published this text.
 */
export async function addAgain(state: StoreState, article: Article): Promise<Extract<SaveOutcome, { kind: 'saved' }>> {
	const mayComeBack =
		state.trashed.has(article.id) || state.catalogue.get(article.id) !== null || state.damaged.size > 0;
	const id = mayComeBack ? ulid(state.now().getTime()) : article.id;
	const live = article.status === 'published' ? await lastLive(state, article.id) : null;
	const make = (_id: ArticleId, slug: Slug) =>
		newArticleFile({ ...article, id, slug, formerSlugs: id === article.id ? article.formerSlugs : [] }, live);
	const file = await addStory(state, make, article.slug, id);
	return saved(file, await state.recorder.note(file, 'explicit-save'));
}

/** Makes the file of a story that has none, with a slug of its own; durable once it returns. */
async function addStory(
	state: StoreState,
	make: (id: ArticleId, slug: Slug) => ArticleFile,
	wantedSlug: Slug,
	id: ArticleId = ulid(state.now().getTime()),
): Promise<StoryFile> {
	await mustBeWritable(state.disk, state.folder());
	const claim = await claimSlug(state, id, wantedSlug);
	try {
		const file = make(id, claim.slug);
		const { article } = file;
		const [year, month] = article.dates.created.split('-');
		const folder = `articles/${year}/${month}`;
		const path = `${folder}/${claim.slug}-${id.slice(-6).toLowerCase()}.json`;
		await state.queues
			.run(id, async () => {
				const absolute = inNewsroom(state.folder().path, folder);
				await makeFoldersInside(state.disk, state.folder().path, absolute);
				await atomicCreate(state.disk, inNewsroom(state.folder().path, path), file.bytes);
			})
			.catch((error: unknown) => {
				throw diskFailure(error, 'make', `the story ${path}`);
			});
		state.recorder.made(file);
		noteStory(state, file, path);
		state.changed([id]);
		return { ...file, path };
	} finally {
		claim.release();
	}
}
