import type { SayingStory } from '#shared/contract/articles.ts';
import { stillSaid } from '#shared/document/corrections/changed-facts.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { linkingStories } from '../articles/linking-stories.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';

/** The stories that link to this one and still say any of these facts in their working copy, newest first. */
export async function storiesStillSaying(
	newsroom: OpenNewsroom,
	id: ArticleId,
	facts: readonly string[],
): Promise<SayingStory[]> {
	if (facts.length === 0) return [];
	await newsroom.whole();
	const found: SayingStory[] = [];
	const { stories } = await linkingStories(newsroom.articles, { kind: 'ids', ids: [id] });
	for (const linking of stories) {
		const file = await newsroom.articles.read(linking.id);
		if (file.kind !== 'article') continue;
		const said = stillSaid(file.article, facts);
		if (said.length > 0) found.push({ id: linking.id, headline: file.article.headline, said });
	}
	return found;
}
