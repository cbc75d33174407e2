import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answered, openDesk, timed } from './desk.ts';
import type { Program } from './program.ts';
import { sampleStories } from './story-files.ts';

/** Opens stories of all years; the floor reads and parses the same file. */
export const opens: Program = async ({ newsroom, indexWorker, times }) => {
	const desk = await openDesk(newsroom, indexWorker);
	await desk.whenIndexed();
	const open: number[] = [];
	const bare: number[] = [];
	for (const { id } of sampleStories(newsroom, times)) {
		const { ms, value } = await timed(async () => answered(await desk.host.articles.get({ id })));
		open.push(ms);
		bare.push((await timed(() => JSON.parse(readFileSync(join(newsroom, value.path), 'utf8')))).ms);
	}
	await desk.close();
	return { samples: { open, bare } };
};
