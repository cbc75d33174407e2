import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StoryFilter } from '#shared/contract/articles.ts';
import { ArticleId } from '#shared/model/article.ts';
import { listFilters } from './list-filters.ts';
import type { Program } from './program.ts';
import { makeQueries } from './queries.ts';
import { sampleStories } from './story-files.ts';

/** What a working day asks for. */
const Asked = z.object({
	filters: z.array(StoryFilter.partial()),
	queries: z.array(z.string()),
	stories: z.array(ArticleId),
});

const fileOf = (scratch: string) => `${scratch}-asked.json`;

/**
 * Chooses what a working day asks for, and writes it down: in a process of its own, so that reading stories to choose
 * from is not taken for memory of the core.
 */
export const chooseAsked: Program = async ({ newsroom, scratch, times }) => {
	const sample = sampleStories(newsroom, times);
	const asked: z.input<typeof Asked> = {
		filters: listFilters(sample),
		queries: makeQueries(sample, 500, 4),
		stories: sample.map(({ id }) => id),
	};
	writeFileSync(fileOf(scratch), JSON.stringify(asked));
	return { samples: {} };
};

/** Reads what was chosen. */
export function readAsked(scratch: string): z.output<typeof Asked> {
	return Asked.parse(JSON.parse(readFileSync(fileOf(scratch), 'utf8')));
}
