import type { LinkedStory } from '../../contract/articles.ts';
import { type Article, isArticleLink, type StoryLink } from '../../model/article.ts';
import { exportedStatuses } from '../../model/workflow.ts';
import { formatMoment } from '../format-date.ts';
import type { CheckContext, Finding, Rule } from './check-article.ts';
import type { FieldRef } from './problem.ts';

interface StandingLink {
	readonly link: StoryLink;
	readonly where: FieldRef;
	/** How a sentence begins that is about it. */
	readonly subject: string;
}

function storyLinks(article: Article): StandingLink[] {
	const related = article.related.map((link, index): StandingLink => {
		return { link, where: { field: 'related', index }, subject: `Related post ${index + 1}` };
	});
	if (!article.nextRead) return related;
	return [...related, { link: article.nextRead, where: { field: 'nextRead' }, subject: 'The next read' }];
}

/** Finds something about each linked story that is known; `find` gets null for one that is gone. */
function eachStory(
	article: Article,
	context: CheckContext,
	find: (story: LinkedStory | null, subject: string) => string | null,
): Finding[] {
	return storyLinks(article).flatMap(({ link, where, subject }) => {
		const story = isArticleLink(link) ? context.linked(link.article) : undefined;
		const message = story === undefined ? null : find(story, subject);
		return message === null ? [] : [{ where, message }];
	});
}

/** Whether readers may not see a story yet. */
export function isEmbargoed(story: Pick<LinkedStory, 'embargo'>, now: Date): boolean {
	return story.embargo !== null && Date.parse(story.embargo) > now.getTime();
}

const inEnglish = { locale: 'en-GB', timeZone: 'UTC' };
const quoted = (story: LinkedStory) =>
	story.headline.trim() === '' ? 'a story without a headline' : `“${story.headline}”`;

/** Rules about related posts and the next read. */
export const linkRules: readonly Rule[] = [
	{
		check: 'linked-story-gone',
		severity: 'error',
		find: (article, context) =>
			eachStory(article, context, (story, subject) =>
				story === null ? `${subject} leads to a story that is gone or in the trash` : null,
			),
	},
	{
		check: 'linked-story-unpublished',
		severity: 'warning',
		find: (article, context) =>
			eachStory(article, context, (story, subject) =>
				story === null || exportedStatuses.includes(story.status)
					? null
					: `${subject} is ${quoted(story)}, which is ${statusWords[story.status]}, so readers will not get it`,
			),
	},
	{
		check: 'linked-story-embargoed',
		severity: 'warning',
		find: (article, context) =>
			eachStory(article, context, (story, subject) =>
				story?.embargo && isEmbargoed(story, context.now)
					? `${subject} is ${quoted(story)}, which is under embargo until ${formatMoment(new Date(story.embargo), context.dateStyle ?? inEnglish)}`
					: null,
			),
	},
	{
		check: 'linked-story-itself',
		severity: 'warning',
		find: (article) =>
			storyLinks(article)
				.filter(({ link }) => isArticleLink(link) && link.article === article.id)
				.map(({ where, subject }) => ({ where, message: `${subject} is this story itself` })),
	},
	{
		check: 'outside-link-untitled',
		severity: 'warning',
		find: (article) =>
			storyLinks(article)
				.filter(({ link }) => !isArticleLink(link) && link.title.trim() === '')
				.map(({ where, subject }) => ({ where, message: `${subject} has no title` })),
	},
	{
		check: 'related-many',
		severity: 'warning',
		find: ({ related }, { limits }) =>
			related.length > limits.related
				? [
						{
							where: { field: 'related', index: limits.related },
							message: `There are ${related.length} related posts; at most ${limits.related} is the rule here`,
						},
					]
				: [],
	},
];

const statusWords: Readonly<Record<LinkedStory['status'], string>> = {
	draft: 'a draft',
	review: 'in review',
	ready: 'ready',
	published: 'published',
	withdrawn: 'withdrawn',
};
