import type { LinkingStories, LinkingStory, LinkPlace, Selection } from '#shared/contract/articles.ts';
import { StoryFilter } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import { type Article, type ArticleId, isArticleLink, type StoryLink } from '#shared/model/article.ts';
import { inLanes } from '../disk/in-lanes.ts';
import type { ArticleStore } from './article-store.ts';

const mostNamed = 1000;
const lanes = 4;

/** The stories outside the trash that link to one of these, newest first; the newsroom has been read whole. */
export async function linkingStories(articles: ArticleStore, selection: Selection): Promise<LinkingStories> {
	const [chosen, to] = await articles.wholeAnswer(async (index) => {
		const targets = selection.kind === 'ids' ? selection.ids : (await index.select(selection)).map(({ id }) => id);
		// The index knows the links of working copies alone; what readers have of a changed story may have others.
		const [linking, changed] = await Promise.all([
			index.linkingTo(targets),
			index.select({ kind: 'filter', filter: StoryFilter.parse({ queue: 'changes' }), except: targets }),
		]);
		const withChanges = new Set(changed.map(({ id }) => id));
		const ids = [...new Set([...linking, ...withChanges])];
		const newestFirst = await index.select({ kind: 'ids', ids });
		return [newestFirst.map(({ id }) => ({ id, hasChanges: withChanges.has(id) })), new Set(targets)] as const;
	});
	const found: (LinkingStory | null)[] = chosen.map(() => null);
	await inLanes(chosen.entries(), lanes, async ([at, { id, hasChanges }]) => {
		const file = await articles.read(id);
		// One that is gone or damaged is told elsewhere, and nobody reads it.
		if (file.kind !== 'article') return;
		const { headline, status } = file.article;
		const places = placesIn(file.article, to);
		const live = hasChanges ? await liveOf(articles, id) : file.article;
		const shown = status === 'published' && live !== null ? placesIn(live, to) : [];
		if (places.length + shown.length > 0) found[at] = { id, headline, status, places, shown };
	});
	const all = found.filter((story) => story !== null);
	const shown = all.filter((story) => story.shown.length > 0).length;
	return { count: all.length, shown, stories: all.slice(0, mostNamed) };
}

/** What readers have of a story; null when that is lost, which the desk and the export tell. */
async function liveOf(articles: ArticleStore, id: ArticleId): Promise<Article | null> {
	try {
		const live = await articles.live(id);
		if (live !== null) return live.article;
		const file = await articles.read(id);
		return file.kind === 'article' ? file.article : null;
	} catch (error) {
		if (error instanceof FailureError && ['damaged', 'not-found'].includes(error.failure.code)) return null;
		throw error;
	}
}

function placesIn(
	{ related, nextRead }: Pick<Article, 'related' | 'nextRead'>,
	to: ReadonlySet<ArticleId>,
): LinkPlace[] {
	const leads = (link: StoryLink | null) => link !== null && isArticleLink(link) && to.has(link.article);
	return [...(related.some(leads) ? (['related'] as const) : []), ...(leads(nextRead) ? (['nextRead'] as const) : [])];
}
