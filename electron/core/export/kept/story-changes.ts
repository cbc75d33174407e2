import type { LoggedStory } from '#shared/contract/targets.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Manifest } from '../folder/manifest.ts';

/** What becomes of each story when a target that holds one export is given another; the same ones are left out. */
export function storyChanges(
	before: Pick<Manifest, 'stories'>,
	after: Pick<Manifest, 'stories'>,
	headline: (id: ArticleId) => string,
): LoggedStory[] {
	const changes: LoggedStory[] = [];
	for (const [id, { hash }] of Object.entries(after.stories)) {
		const was = Object.hasOwn(before.stories, id) ? before.stories[id] : undefined;
		if (was?.hash !== hash) changes.push({ id, headline: headline(id), what: was ? 'changed' : 'new', hash });
	}
	for (const id of Object.keys(before.stories)) {
		if (!Object.hasOwn(after.stories, id)) changes.push({ id, headline: headline(id), what: 'removed', hash: null });
	}
	return changes;
}
