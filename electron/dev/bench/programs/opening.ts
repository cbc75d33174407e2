import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { answered, openDesk } from './desk.ts';
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
	for (const end of ['', '-wal', '-shm', '-journal']) {
		rmSync(join(options.newsroom, '.galley', `index.db${end}`), { force: true });
	}
	return opening(options);
};
