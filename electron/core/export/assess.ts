import type { LinkedStory } from '#shared/contract/articles.ts';
import type { PlannedStory } from '#shared/contract/export.ts';
import { type CheckContext, checkArticle, isBlocked } from '#shared/document/checks/check-article.ts';
import { checksOf } from '#shared/document/checks/check-settings.ts';
import { storyPictures } from '#shared/document/checks/media-rules.ts';
import { type Article, type ArticleId, isArticleLink } from '#shared/model/article.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Withheld } from '#shared/model/withheld.ts';
import type { NewsroomNow } from './export-source.ts';
import type { PictureFault, Pictures } from './pictures.ts';

/** Finds a story that another one links to; null when it is gone or in the trash. */
export type FindLinked = (id: ArticleId) => LinkedStory | null;

/** The stories that a story links to, each once. */
export function linkedIds({ related, nextRead }: Article): ArticleId[] {
	const links = nextRead === null ? related : [...related, nextRead];
	return [...new Set(links.filter(isArticleLink).map((link) => link.article))];
}

/** Everything that is wrong with a story, its images on the disk included, as deep as is asked for. */
export async function storyProblems(
	article: Article,
	{ newsroom, categories, now }: NewsroomNow,
	pictures: Pictures,
	linked: FindLinked,
	more: Pick<CheckContext, 'depth' | 'ownLinks'>,
): Promise<Problem[]> {
	const broken: Problem[] = [];
	for (const { media, where } of storyPictures(article)) {
		const fault = await pictures.look(media);
		if (typeof fault !== 'string' || fault === 'gone') continue;
		broken.push({ check: `picture-${fault}`, severity: 'error', where, message: faultWords[fault](media) });
	}
	const mediaExists = (path: string) => pictures.fault(path) !== 'gone';
	const context = { categories, checks: checksOf(newsroom), linked, mediaExists, now, dateStyle: newsroom, ...more };
	return [...broken, ...checkArticle(article, context)];
}

// An image that is gone is told by the checks.
const faultWords: Readonly<Record<Exclude<PictureFault, 'gone'>, (path: string) => string>> = {
	broken: (path) => `The picture ${path} is broken or not safe to show; add it again from a good file`,
	unreadable: (path) =>
		`The picture ${path} cannot be read; check its permissions and the disk, or add it again from a good file`,
};

/** What stands in a plan for a story, whatever becomes of it. */
export function plannedStory(
	{ id, headline, slug, categories }: Pick<PlannedStory, 'id' | 'headline' | 'slug' | 'categories'>,
	outcome: PlannedStory['outcome'],
	problems: readonly Problem[],
	withheld: Withheld | null = null,
	difference: string | null = null,
): PlannedStory {
	return { id, headline, slug, categories, outcome, problems, withheld, difference };
}

/** The error that keeps a withdrawn story from being exported. */
export const withdrawnProblem: Problem = {
	check: 'story-withdrawn',
	severity: 'error',
	where: { field: 'dates' },
	message: 'The story is withdrawn; change its status to export it again',
};

/** The error of a story that is ready, where ready stories were not asked for. */
export const readyProblem: Problem = {
	check: 'story-ready',
	severity: 'error',
	where: { field: 'dates' },
	message: 'The story is ready, but not published; publish it, or choose to export ready stories',
};

/** The error of a story that is not ready yet, where drafts were not asked for. */
export const draftProblem: Problem = {
	check: 'story-draft',
	severity: 'error',
	where: { field: 'dates' },
	message: 'The story is not published; publish it, or choose to export drafts',
};

/** The error of a story whose address another story already has. */
export const slugTakenProblem: Problem = {
	check: 'slug-taken',
	severity: 'error',
	where: { field: 'slug' },
	message: 'Another story has the same address; give this one another slug',
};

/** The error of a story whose file cannot be used, for the reason that reading it gave. */
export function unusableProblem(reason: string): Problem {
	const message = `The story’s file cannot be used, and what was exported before stays. ${reason.replace(/\.$/, '')}`;
	return { check: 'story-unusable', severity: 'error', where: { field: 'body' }, message };
}

/** What the desk says of links to stories that readers do not have; what an export says of them is by what it holds. */
const deskChecks: readonly string[] = ['linked-story-gone', 'linked-story-unpublished', 'linked-story-embargoed'];

/** Problems without the warnings that only the desk gives, for the desk does not know what an export holds. */
export function withoutDeskChecks(problems: readonly Problem[]): Problem[] {
	return problems.filter(({ check, severity }) => severity === 'error' || !deskChecks.includes(check));
}

export { isBlocked };
