import type { PublishableArticle } from '#shared/model/publishable.ts';
import type { PublishableCorrections } from '#shared/model/publishable-site.ts';

type Entry = PublishableCorrections['corrections'][number];

/** What `corrections.json` says of a story. */
export function correctionEntries({ id, url, json, headline, corrections }: PublishableArticle): Entry[] {
	return corrections.map(({ block: _, ...note }) => ({ ...note, story: { id, url, json, headline } }));
}

/** `corrections.json`: the notes of all stories, newest first; those of one moment in the order of their stories. */
export function correctionsFile(entries: readonly Entry[]): PublishableCorrections {
	const at = ({ moment, date }: Entry) => Date.parse(moment ?? date);
	const sorted = [...entries].sort((a, b) => at(b) - at(a) || (a.story.id < b.story.id ? -1 : 1));
	return { $schema: 'urn:galley:schema:corrections:1', corrections: sorted };
}
