import { answered, openDesk } from './desk.ts';
import { listFilters } from './list-filters.ts';
import { heapMegabytes, peakMegabytes, residentMegabytes } from './memory.ts';
import type { Program } from './program.ts';
import { makeQueries } from './queries.ts';
import { sampleStories } from './story-files.ts';

/** Uses the core as an editor does all day, and tells what it holds in memory after each part. */
export const workingDay: Program = async ({ newsroom, indexWorker }) => {
	const desk = await openDesk(newsroom, indexWorker);
	const { articles } = desk.host;
	const told: [string, number, number][] = [];
	const tell = (what: string) => told.push([what, residentMegabytes(), heapMegabytes()]);
	answered(await articles.list({ limit: 100 }));
	tell('start');
	await desk.whenIndexed();
	tell('scan');
	const stories = sampleStories(newsroom, 1000).map(({ id }) => id);
	for (const filter of listFilters(sampleStories(newsroom, 300)))
		answered(await articles.list({ ...filter, limit: 500 }));
	tell('lists');
	for (const text of makeQueries(sampleStories(newsroom, 100), 500, 4)) {
		answered(await articles.list({ text, sort: 'best', limit: 50 }));
	}
	tell('searches');
	for (const id of stories.slice(0, 100)) answered(await articles.get({ id }));
	tell('100 stories opened');
	for (const id of stories) answered(await articles.get({ id }));
	tell('1,100 stories opened');
	await desk.close();
	const resident = told.map(([, megabytes]) => megabytes);
	const [before, after] = resident.slice(-2);
	return {
		samples: { resident, growth: [(after ?? 0) / (before ?? 1)], peak: [peakMegabytes()] },
		notes: told.map(([what, megabytes, heap]) => `${what} ${Math.round(megabytes)} MB (heap ${Math.round(heap)} MB)`),
	};
};
