import type { InputOf } from '#shared/contract/define.ts';
import type { Contract } from '#shared/contract/index.ts';
import { answered, openDesk, timed } from './desk.ts';
import { listFilters } from './list-filters.ts';
import type { Program } from './program.ts';
import { sampleStories } from './story-files.ts';

const sorts = ['updated', 'published', 'scheduled', 'headline'] as const;
const deepest = 6;

/** Asks for every sort with every filter, several pages deep. */
export const lists: Program = async ({ newsroom, indexWorker }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const filters = listFilters(sampleStories(newsroom, 500));
	const page: number[] = [];
	const counts: number[] = [];
	const slowest: { ms: number; what: string }[] = [];
	const askPage = (asked: InputOf<Contract['articles']['list']>) => timed(() => desk.host.articles.list(asked));
	for (const sort of sorts) {
		for (const filter of filters) {
			let cursor: string | null = null;
			for (let depth = 1; depth === 1 || (cursor !== null && depth <= deepest); depth += 1) {
				const { ms, value }: Awaited<ReturnType<typeof askPage>> = await askPage({
					...filter,
					sort,
					cursor,
					limit: 100,
				});
				page.push(ms);
				slowest.push({ ms, what: `page ${depth} by ${sort} of ${JSON.stringify(filter)}` });
				cursor = answered(value).next;
			}
			counts.push((await timed(async () => answered(await desk.host.articles.counts({})))).ms);
		}
	}
	await desk.close();
	slowest.sort((a, b) => b.ms - a.ms);
	const notes = slowest.slice(0, 3).map(({ ms, what }) => `slowest ${ms.toFixed(1)} ms: ${what}`);
	return { samples: { page, counts }, notes };
};
