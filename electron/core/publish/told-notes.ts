import type { ToldNote, ToldNotes } from '#shared/contract/publish.ts';
import { notesOf } from '#shared/document/corrections/notes.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import { hasChanges } from '../articles/article-file.ts';
import type { ArticleStore } from '../articles/article-store.ts';

/**
 * What readers were told of changes in all stories, newest first, at most so many. Notes that wait with the changes of a story
 * are named too, and those that only readers have. The newsroom has been read whole.
 */
export async function toldNotes(articles: ArticleStore, most: number): Promise<ToldNotes> {
	const stories = await articles.wholeAnswer((index) => index.noted());
	const found: ToldNote[] = [];
	let isWhole = true;
	for (const { id, latest } of stories) {
		// None of the stories from here on was told of as late as all that are found.
		const last = found[most - 1];
		if (last !== undefined && Date.parse(last.date) >= latest) {
			isWhole = false;
			break;
		}
		const file = await articles.read(id);
		if (file.kind !== 'article') continue;
		const { headline, status } = file.article;
		const live = await liveNotes(articles, file.article, hasChanges(file));
		for (const note of notesOf(file.article)) {
			found.push({ ...note, id, headline, status, isLive: live.has(JSON.stringify(note)) });
		}
		found.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
	}
	return { notes: found.slice(0, most), isWhole: isWhole && found.length <= most };
}

async function liveNotes(articles: ArticleStore, article: Article, isChanged: boolean): Promise<ReadonlySet<string>> {
	const live = isChanged ? await liveOf(articles, article) : article.status === 'published' ? article : null;
	return new Set((live === null ? [] : notesOf(live)).map((note) => JSON.stringify(note)));
}

async function liveOf(articles: ArticleStore, { id }: Article): Promise<Article | null> {
	try {
		return (await articles.live(id))?.article ?? null;
	} catch (error) {
		// A version that is lost is told where the story is shown.
		if (error instanceof FailureError) return null;
		throw error;
	}
}
