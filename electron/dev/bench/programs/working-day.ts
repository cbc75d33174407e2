import { readAsked } from './asked.ts';
import { answered, openDesk } from './desk.ts';
import { heapMegabytes, peakMegabytes, residentMegabytes, settledMegabytes } from './memory.ts';
import type { Program } from './program.ts';

/** Uses the core as an editor does all day, and tells what it holds in memory after each part. */
export const workingDay: Program = async ({ newsroom, indexWorker, scratch }) => {
	const { filters, queries, stories } = readAsked(scratch);
	const desk = await openDesk(newsroom, indexWorker);
	const { articles } = desk.host;
	const told: [string, number, number][] = [];
	const tell = (what: string) => told.push([what, residentMegabytes(), heapMegabytes()]);
	answered(await articles.list({ limit: 100 }));
	tell('start');
	await desk.whenIndexed();
	tell('scan');
	for (const filter of filters) answered(await articles.list({ ...filter, limit: 500 }));
	tell('lists');
	for (const text of queries) answered(await articles.list({ text, sort: 'best', limit: 50 }));
	tell('searches');
	for (const id of stories.slice(0, 100)) answered(await articles.get({ id }));
	tell('100 stories opened');
	const before = settledMegabytes();
	for (const id of stories) answered(await articles.get({ id }));
	tell('1,100 stories opened');
	const after = settledMegabytes();
	await desk.close();
	const resident = told.map(([, megabytes]) => megabytes);
	return {
		samples: { resident, growth: [after / before], peak: [peakMegabytes()] },
		notes: told.map(([what, megabytes, heap]) => `${what} ${Math.round(megabytes)} MB (heap ${Math.round(heap)} MB)`),
	};
};
