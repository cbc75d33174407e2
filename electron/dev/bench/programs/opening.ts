import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answered, openDesk, takeOut, timed } from './desk.ts';
import { peakMegabytes } from './memory.ts';
import type { Program } from './program.ts';

/** Opens the newsroom, asks for the first page at once, and waits until every file is known to be as the index has it. */
export const opening: Program = async ({ newsroom, indexWorker }) => {
	const desk = await openDesk(newsroom, indexWorker);
	answered(await desk.host.articles.list({ limit: 100 }));
	const firstPage = performance.now() - desk.started;
	await desk.whenIndexed();
	const indexed = performance.now() - desk.started;
	const { total } = answered(await desk.host.articles.total({}));
	await desk.close();
	return { samples: { firstPage: [firstPage], indexed: [indexed], stories: [total], peakMemory: [peakMegabytes()] } };
};

/** Opens the newsroom without an index. */
export const building: Program = async (options) => {
	deleteIndex(options.newsroom);
	return opening(options);
};

/** How often an editor asks something, in milliseconds. */
const pause = 100;

/** Opens the newsroom without an index, and asks for pages, searches and saves what is typed all the while. */
export const askedWhileBuilding: Program = async ({ newsroom, indexWorker }) => {
	deleteIndex(newsroom);
	const desk = await openDesk(newsroom, indexWorker);
	let isBuilt = false;
	const built = desk.whenIndexed().then(() => {
		isBuilt = true;
	});
	const page: number[] = [];
	const search: number[] = [];
	const save: number[] = [];
	let { article, revision } = answered(await desk.host.articles.create({ headline: 'Typed while the index is made' }));
	do {
		const asked = await timed(async () => answered(await desk.host.articles.list({ limit: 50 })));
		page.push(asked.ms);
		await wait(pause);
		const found = await timed(async () => answered(await desk.host.articles.list({ text: 'harb', sort: 'best' })));
		search.push(found.ms);
		await wait(pause);
		const typed = { ...article, standfirst: `It was changed ${save.length + 1} times.` };
		const saved = await timed(async () =>
			answered(await desk.host.articles.save({ article: typed, basedOn: revision })),
		);
		if (saved.value.kind !== 'saved') throw new Error(`The save ended as ${saved.value.kind}.`);
		({ article, revision } = saved.value);
		save.push(saved.ms);
		await wait(pause);
	} while (!isBuilt);
	await built;
	await takeOut(desk, newsroom, article.id);
	await desk.close();
	return { samples: { page, search, save } };
};

function deleteIndex(newsroom: string): void {
	for (const end of ['', '-wal', '-shm', '-journal'])
		rmSync(join(newsroom, '.galley', `index.db${end}`), { force: true });
}
