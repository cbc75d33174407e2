import { answered, openDesk, timed } from './desk.ts';
import { openFloor } from './floor-database.ts';
import type { Program } from './program.ts';
import { makeQueries } from './queries.ts';
import { sampleStories } from './story-files.ts';

/** Searches as editors type, in the list and in the picker; the floor is a bare full-text query of the same words. */
export const searches: Program = async ({ newsroom, indexWorker, floorDatabase, times }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const floor = openFloor(floorDatabase);
	const list: number[] = [];
	const picker: number[] = [];
	const bare: number[] = [];
	const slowest: { ms: number; query: string }[] = [];
	let found = 0;
	for (const text of makeQueries(sampleStories(newsroom, 400), times, 9)) {
		const inList = await timed(() => desk.host.articles.list({ text, sort: 'best', limit: 50 }));
		list.push(inList.ms);
		slowest.push({ ms: inList.ms, query: text });
		if (answered(inList.value).rows.length > 0) found += 1;
		const inPicker = await timed(async () => answered(await desk.host.search.articles({ text, limit: 50 })));
		picker.push(inPicker.ms);
		bare.push((await timed(() => floor.find(text))).ms);
	}
	floor.close();
	await desk.close();
	slowest.sort((a, b) => b.ms - a.ms);
	const notes = [
		`${found} of ${list.length} searches found something`,
		...slowest.slice(0, 3).map(({ ms, query }) => `slowest ${ms.toFixed(1)} ms: ${query}`),
	];
	return { samples: { list, picker, bare }, notes };
};
