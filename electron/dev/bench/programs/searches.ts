import { join } from 'node:path';
import { openIndexDatabase } from '#core/index/store/index-database.ts';
import { answered, openDesk, timed } from './desk.ts';
import type { Program } from './program.ts';
import { makeQueries } from './queries.ts';
import { sampleStories } from './story-files.ts';

/** Searches as editors type, in the list and in the picker. */
export const searches: Program = async ({ newsroom, indexWorker, times }) => {
	putInOrder(newsroom);
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const list: number[] = [];
	const picker: number[] = [];
	const slowest: { ms: number; query: string }[] = [];
	let found = 0;
	for (const text of makeQueries(sampleStories(newsroom, 400), times, 9)) {
		const inList = await timed(() => desk.host.articles.list({ text, sort: 'best', limit: 50 }));
		list.push(inList.ms);
		slowest.push({ ms: inList.ms, query: text });
		if (answered(inList.value).rows.length > 0) found += 1;
		const inPicker = await timed(async () => answered(await desk.host.search.articles({ text, limit: 50 })));
		picker.push(inPicker.ms);
	}
	await desk.close();
	slowest.sort((a, b) => b.ms - a.ms);
	const notes = [
		`${found} of ${list.length} searches found something`,
		...slowest.slice(0, 3).map(({ ms, query }) => `slowest ${ms.toFixed(1)} ms: ${query}`),
	];
	return { samples: { list, picker }, notes };
};

/** Puts the index in order, as Galley does while nobody asks anything; searches without a pause would leave it no time. */
function putInOrder(newsroom: string): void {
	const index = openIndexDatabase(join(newsroom, '.galley/index.db'));
	while (index.tidy());
	index.close();
}
