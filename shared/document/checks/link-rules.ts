import { type Article, isArticleLink, type StoryLink } from '../../model/article.ts';
import type { LinkedStory } from '../../model/linked-story.ts';
import { exportedStatuses, statusEntry } from '../../model/status.ts';
import { withheldAt } from '../../model/withheld.ts';
import { withheldWords } from '../withheld-words.ts';
import { blockLinks, linkFaults, ownSlug } from './link-address.ts';
import type { CheckContext, Finding, Rule } from './rule.ts';

/** What a rule says of a link, after the words that name it; null when it has nothing to say. */
type Saying = (link: StoryLink) => string | null;

/** Asks about each link of a story; what is said becomes a sentence that begins with its name. */
function* eachLink(article: Article, say: Saying): Generator<Finding> {
	for (const [index, link] of article.related.entries()) {
		const said = say(link);
		if (said !== null) yield { where: { field: 'related', index }, message: `Related post ${index + 1} ${said}` };
	}
	const said = article.nextRead === null ? null : say(article.nextRead);
	if (said !== null) yield { where: { field: 'nextRead' }, message: `The next read ${said}` };
}

/** Asks about each linked story that is known; null is one that is gone. */
function eachStory(
	article: Article,
	context: CheckContext,
	say: (story: LinkedStory | null) => string | null,
): Iterable<Finding> {
	return eachLink(article, (link) => {
		const story = isArticleLink(link) ? context.linked(link.article) : undefined;
		return story === undefined ? null : say(story);
	});
}

/** Asks about each link in the words that leads to the newsroom's own site, as far as it is known; null is no story. */
function* eachOwnLink(
	{ body, status }: Article,
	{ ownLinks, linked }: CheckContext,
	say: (story: LinkedStory | null, slug: string) => string | null,
): Generator<Finding> {
	if (ownLinks === undefined) return;
	for (const block of body) {
		for (const { href, text } of blockLinks(block)) {
			const slug = ownSlug(href, ownLinks.siteUrl);
			const id = slug === null ? undefined : ownLinks.storyAt(slug);
			const story = typeof id === 'string' ? linked(id) : id;
			const said = slug === null || story === undefined ? null : say(story, slug);
			if (said === null) continue;
			const finding: Finding = { where: { field: 'block', block: block.id }, message: `The link “${text}” ${said}` };
			// What readers have is not frozen for what happens to another story, even where a newsroom made this an error.
			yield status === 'published' ? { ...finding, severity: 'warning' } : finding;
		}
	}
}

const inEnglish = { locale: 'en-GB', timeZone: 'UTC' };
const quoted = (story: LinkedStory) =>
	story.headline.trim() === '' ? 'a story without a headline' : `“${story.headline}”`;

/** Rules about related posts and the next read. */
export const linkRules: readonly Rule[] = [
	{
		check: 'linked-story-gone',
		*find(article, context): Generator<Finding> {
			// What readers have is not frozen for what happens to another story.
			const isOut = article.status === 'published';
			const gone = 'leads to a story that is gone or in the trash';
			const said = isOut ? `${gone}, so readers will not get it` : gone;
			for (const finding of eachStory(article, context, (story) => (story === null ? said : null)))
				yield isOut ? { ...finding, severity: 'warning' } : finding;
		},
	},
	{
		check: 'linked-story-unpublished',
		find: (article, context) =>
			eachStory(article, context, (story) =>
				story === null || exportedStatuses.includes(story.status)
					? null
					: `is ${quoted(story)}, which is ${statusEntry(story.status).phrase}, so readers will not get it`,
			),
	},
	{
		check: 'linked-story-embargoed',
		find: (article, context) =>
			eachStory(article, context, (story) => {
				if (story === null) return null;
				const withheld = withheldAt(story, context.now);
				// That it waits for its time is told by its status.
				if (withheld?.kind !== 'embargo') return null;
				return `is ${quoted(story)}, which ${withheldWords(withheld, context.dateStyle ?? inEnglish)}`;
			}),
	},
	{
		check: 'linked-story-itself',
		find: (article) =>
			eachLink(article, (link) => (isArticleLink(link) && link.article === article.id ? 'is this story itself' : null)),
	},
	{
		check: 'outside-link-untitled',
		find: (article) =>
			eachLink(article, (link) => (!isArticleLink(link) && link.title.trim() === '' ? 'has no title' : null)),
	},
	{
		check: 'own-link-gone',
		find: (article, context) =>
			eachOwnLink(article, context, (story, slug) =>
				// An address may be a page of the site that is no story; a headline has more words than "terms-of-use".
				story === null && slug.split('-').length > 3
					? 'leads to an address of this site that no story has, or one that is in the trash'
					: null,
			),
	},
	{
		check: 'own-link-unpublished',
		find: (article, context) =>
			eachOwnLink(article, context, (story) =>
				story === null || exportedStatuses.includes(story.status)
					? null
					: `leads to ${quoted(story)}, which is ${statusEntry(story.status).phrase}, so readers will not find it`,
			),
	},
	...(['link-insecure', 'link-tracking'] as const).map(
		(check): Rule => ({
			check,
			find: (article) =>
				eachLink(article, (link) =>
					isArticleLink(link) ? null : (linkFaults(link.url).find((fault) => fault.check === check)?.said ?? null),
				),
		}),
	),
	{
		check: 'related-many',
		find: ({ related }, { checks }) =>
			related.length > checks.limit('related-many')
				? [
						{
							where: { field: 'related', index: checks.limit('related-many') },
							message: `There are ${related.length} related posts; at most ${checks.limit('related-many')} is the rule here`,
						},
					]
				: [],
	},
];
