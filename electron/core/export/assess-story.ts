import type { PlannedStory } from '#shared/contract/export.ts';
import { type CheckContext, checkArticle, isBlocked } from '#shared/document/checks/check-article.ts';
import { storyPictures } from '#shared/document/checks/media-rules.ts';
import type { Article } from '#shared/model/article.ts';
import type { MediaPath } from '#shared/model/block.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { NewsroomNow } from './export-source.ts';
import { type FindLinked, linksOf } from './find-linked.ts';
import type { PictureShelf } from './picture-shelf.ts';
import { mayBeLinked } from './publishable-json.ts';

/** Everything that is wrong with a story, its images on the disk included. Those that links show are looked at too. */
export async function storyProblems(
	article: Article,
	now: NewsroomNow,
	pictures: PictureShelf,
	linked: FindLinked,
): Promise<Problem[]> {
	const broken = await brokenPictures(article, pictures);
	return [...broken, ...checkArticle(article, checkContext(now, pictures, linked))];
}

/** Whether something of that keeps the story from being exported: without what is only worth a warning. */
export async function hasErrors(
	article: Article,
	now: NewsroomNow,
	pictures: PictureShelf,
	linked: FindLinked,
): Promise<boolean> {
	const broken = await brokenPictures(article, pictures);
	return broken.length > 0 || isBlocked(checkArticle(article, checkContext(now, pictures, linked)));
}

async function brokenPictures(article: Article, pictures: PictureShelf): Promise<Problem[]> {
	const broken: Problem[] = [];
	for (const { media, where } of storyPictures(article)) {
		if ((await pictures.look(media)) !== 'broken') continue;
		const message = `The picture ${media} is broken or not safe to show; add it again from a good file`;
		broken.push({ check: 'picture-broken', severity: 'error', where, message });
	}
	return broken;
}

function checkContext(
	{ newsroom, categories, now }: NewsroomNow,
	pictures: PictureShelf,
	linked: FindLinked,
): CheckContext {
	const mediaExists = (path: MediaPath) => pictures.fault(path) !== 'gone';
	return { categories, limits: newsroom.limits, linked, mediaExists, now, dateStyle: newsroom };
}

/** Looks at the images of the stories that this one links to. */
export async function lookAtLinkedPictures(
	article: Article,
	now: Date,
	pictures: PictureShelf,
	linked: FindLinked,
): Promise<void> {
	for (const link of linksOf(article)) {
		const story = 'article' in link ? linked(link.article) : null;
		if (story && story.image !== null && mayBeLinked(story, now)) await pictures.look(story.image);
	}
}

/** Until when readers must not see a story, ISO 8601; null when they may. */
export function withheldUntil({ status, dates }: Article, now: Date): string | null {
	// What was published once is out, whatever it was scheduled for.
	const moments = [dates.embargo, status === 'published' ? null : dates.scheduled];
	const ahead = moments.filter((moment) => moment !== null && Date.parse(moment) > now.getTime());
	return ahead.sort((a, b) => Date.parse(b ?? '') - Date.parse(a ?? ''))[0] ?? null;
}

/** What stands in a plan for a story, whatever becomes of it. */
export function plannedStory(
	article: Article,
	outcome: PlannedStory['outcome'],
	problems: readonly Problem[],
	embargo: string | null,
): PlannedStory {
	const { id, headline, slug, categories } = article;
	return { id, headline, slug, categories, outcome, problems, embargo };
}

/** The error that keeps a withdrawn story from being exported. */
export const withdrawnProblem: Problem = {
	check: 'story-withdrawn',
	severity: 'error',
	where: { field: 'dates' },
	message: 'The story is withdrawn; change its status to export it again',
};

/** The error of a story whose address another story already has. */
export const slugTakenProblem: Problem = {
	check: 'slug-taken',
	severity: 'error',
	where: { field: 'slug' },
	message: 'Another story has the same address; give this one another slug',
};

export { isBlocked };
